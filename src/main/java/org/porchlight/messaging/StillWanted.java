package org.porchlight.messaging;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;

/**
 * Asked at the moment of sending whether the reason for a text still stands (I2). Implemented by
 * the module that asked for the text.
 */
public interface StillWanted {

  /** The purposes it answers for: those that start with this, e.g. {@code "visits."}. */
  String purposePrefix();

  /** False: the text is skipped, with this module's reason code in the count. */
  boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId);

  /** One text about to leave. */
  record Text(String purpose, String occurrence, @Nullable CaseId caseId) {}

  /** Those of them that are still wanted: for owners that can answer for many with one query. */
  default Set<Text> stillWanted(Collection<Text> texts) {
    return texts.stream()
        .filter(text -> stillWanted(text.purpose(), text.occurrence(), text.caseId()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
