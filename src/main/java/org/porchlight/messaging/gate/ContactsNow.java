package org.porchlight.messaging.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.roster.Families;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.springframework.stereotype.Component;

/** Whom the roster lets the program contact at this moment. */
@Component
class ContactsNow {

  private final Families families;

  ContactsNow(Families families) {
    this.families = families;
  }

  /**
   * Those whose recipient is gone from the family, or restricted: nothing more goes to them,
   * whatever was asked before.
   */
  Set<Intent> mayNotBeContacted(List<Intent> intents) {
    Set<FamilyId> asked = new HashSet<>();
    for (Intent intent : intents) {
      if (intent.recipient() instanceof Recipient.OfFamily to) {
        asked.add(to.family());
      }
    }
    if (asked.isEmpty()) {
      return Set.of();
    }
    Map<FamilyId, Set<GuardianId>> contacts = families.contacts(asked);
    Set<Intent> barred = new HashSet<>();
    for (Intent intent : intents) {
      if (intent.recipient() instanceof Recipient.OfFamily to
          && contacts.containsKey(to.family())
          && !contacts.get(to.family()).contains(to.guardian())) {
        barred.add(intent);
      }
    }
    return barred;
  }
}
