package org.porchlight.messaging.outbox;

import org.porchlight.messaging.Recipient;
import org.porchlight.roster.Families;
import org.springframework.stereotype.Component;

/** Whom the roster lets the program contact at this moment. */
@Component
class ContactsNow {

  private final Families families;

  ContactsNow(Families families) {
    this.families = families;
  }

  /** Gone from the family, or restricted: nothing more goes to them, whatever was asked before. */
  boolean mayNotBeContacted(Recipient recipient) {
    return recipient instanceof Recipient.OfFamily to
        && families
            .find(to.family())
            .filter(
                family ->
                    family.contacts().stream().noneMatch(one -> one.id().equals(to.guardian())))
            .isPresent();
  }
}
