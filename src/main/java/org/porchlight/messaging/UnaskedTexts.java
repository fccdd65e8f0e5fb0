package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import org.porchlight.shared.FamilyId;

/**
 * The texts that answered nothing a family had said or agreed to: those whose template says {@code
 * unasked}.
 */
public interface UnaskedTexts {

  /** When each of them left, or may have left, since then: one instant a text. */
  List<Instant> since(FamilyId family, Instant since);
}
