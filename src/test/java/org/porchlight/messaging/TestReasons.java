package org.porchlight.messaging;

import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Answers for the texts of tests: "test.gone" is wanted no more. */
@Component
class TestReasons implements StillWanted {

  @Override
  public String purposePrefix() {
    return "test.";
  }

  @Override
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    return !purpose.startsWith("test.gone");
  }
}
