package org.porchlight.messaging.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.porchlight.messaging.StillWanted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who answers for the purpose of a text: the module with the longest prefix. */
@Component
class Reasons {

  /** Our own receipts and confirmations. */
  private static final String OWN = "messaging.";

  private final ObjectProvider<StillWanted> owners;

  Reasons(ObjectProvider<StillWanted> owners) {
    this.owners = owners;
  }

  /** Throws where nobody could say, at the moment of sending, whether the text is still wanted. */
  void requireOwner(String purpose) {
    if (!purpose.startsWith(OWN) && owner(purpose).isEmpty()) {
      throw new IllegalArgumentException(
          "Nobody answers for texts of purpose '" + purpose + "': add a StillWanted for it");
    }
  }

  boolean stillWanted(Intent intent) {
    return owner(intent.purpose())
        .map(o -> o.stillWanted(intent.purpose(), intent.occurrence(), intent.caseId()))
        .orElse(intent.purpose().startsWith(OWN));
  }

  private Optional<StillWanted> owner(String purpose) {
    List<StillWanted> all = owners.stream().toList();
    return all.stream()
        .filter(o -> purpose.startsWith(o.purposePrefix()))
        .max(Comparator.comparingInt(o -> o.purposePrefix().length()));
  }
}
