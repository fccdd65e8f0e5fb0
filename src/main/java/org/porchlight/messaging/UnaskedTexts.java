package org.porchlight.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.porchlight.shared.FamilyId;

/**
 * The texts that answered nothing a family had said or agreed to: those whose template says {@code
 * unasked}.
 */
public interface UnaskedTexts {

  /** When each of them left, or may have left, since then: one instant a text. */
  default List<Instant> since(FamilyId family, Instant since) {
    return since(List.of(family), since).getOrDefault(family, List.of());
  }

  /** The same for many families; one without such a text is not among them. */
  Map<FamilyId, List<Instant>> since(Collection<FamilyId> families, Instant since);
}
