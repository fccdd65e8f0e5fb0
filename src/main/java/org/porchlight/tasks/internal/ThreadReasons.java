package org.porchlight.tasks.internal;

import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.messaging.StillWanted;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** What staff write goes out while the case goes on. */
@Component
class ThreadReasons implements StillWanted {

  private final Cases cases;

  ThreadReasons(Cases cases) {
    this.cases = cases;
  }

  @Override
  public String purposePrefix() {
    return "thread.";
  }

  @Override
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    return caseId != null && cases.get(caseId).live();
  }
}
