package org.porchlight.messaging.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.porchlight.messaging.StillWanted;
import org.porchlight.messaging.outbox.Intent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who answers for the purpose of a text: the module with the longest prefix. */
@Component
public class Reasons {

  /** Our own receipts and confirmations. */
  private static final String OWN = "messaging.";

  private final ObjectProvider<StillWanted> owners;

  Reasons(ObjectProvider<StillWanted> owners) {
    this.owners = owners;
  }

  /** Throws where nobody could say, at the moment of sending, whether the text is still wanted. */
  public void requireOwner(String purpose) {
    if (!purpose.startsWith(OWN) && owner(purpose).isEmpty()) {
      throw new IllegalArgumentException(
          "Nobody answers for texts of purpose '" + purpose + "': add a StillWanted for it");
    }
  }

  /** Those of them whose owner still wants them; each owner is asked once. */
  Set<Intent> stillWanted(List<Intent> intents) {
    Set<Intent> wanted = new HashSet<>();
    Map<StillWanted, Map<StillWanted.Text, List<Intent>>> asked = new HashMap<>();
    for (Intent intent : intents) {
      Optional<StillWanted> owner = owner(intent.purpose());
      if (owner.isPresent()) {
        asked
            .computeIfAbsent(owner.get(), each -> new HashMap<>())
            .computeIfAbsent(text(intent), each -> new ArrayList<>())
            .add(intent);
      } else if (intent.purpose().startsWith(OWN)) {
        wanted.add(intent);
      }
    }
    asked.forEach(
        (owner, texts) ->
            owner
                .stillWanted(texts.keySet())
                .forEach(text -> wanted.addAll(texts.getOrDefault(text, List.of()))));
    return wanted;
  }

  private static StillWanted.Text text(Intent intent) {
    return new StillWanted.Text(intent.purpose(), intent.occurrence(), intent.caseId());
  }

  private Optional<StillWanted> owner(String purpose) {
    List<StillWanted> all = owners.stream().toList();
    return all.stream()
        .filter(o -> purpose.startsWith(o.purposePrefix()))
        .max(Comparator.comparingInt(o -> o.purposePrefix().length()));
  }
}
