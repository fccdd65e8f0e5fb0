package org.porchlight.messaging;

import java.util.List;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;

/** Texts to families and staff. */
public interface Messages {

  /**
   * Records the intent in the caller's transaction and returns its id; the same (to, purpose,
   * occurrence) returns the first one's. Sent by a dispatcher after the commit, when gate, window
   * and reason allow.
   *
   * @throws NoTranslation where no approved translation exists
   */
  UUID request(MessageRequest request);

  /** Whether a template has an approved translation in this language (BCP 47). */
  boolean speaks(String template, String language);

  /** Everything said in both directions, oldest first; holds text, for pages only. */
  List<ThreadEntry> thread(FamilyId family);

  /** No text of this case leaves any more, except purposes in {@code except}. */
  void withdraw(CaseId caseId, java.util.Set<String> except);
}
