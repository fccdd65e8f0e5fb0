package org.porchlight.messaging;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;

/** Short answers to a family's own text: to the phone, and in the language, in which it came. */
public interface Receipts {

  /**
   * In the caller's transaction; at most one of a template for each text. Its purpose is the
   * template's name and its occurrence the text's id: the module that owns the template is asked
   * {@link StillWanted} as for any other.
   *
   * @param inbound the family's text
   * @return false where nobody knows whose the text is, or the language has no approved
   *     translation: a person has to answer
   */
  boolean send(
      UUID inbound, String template, @Nullable CaseId about, Map<String, Object> arguments);

  /** Somebody, or a rule, sees to what this text says: it is nobody's to settle any more. */
  void taken(UUID inbound);
}
