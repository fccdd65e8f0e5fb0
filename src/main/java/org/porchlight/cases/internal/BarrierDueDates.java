package org.porchlight.cases.internal;

import java.time.Instant;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseView;
import org.springframework.stereotype.Component;

/** Until when somebody looks at a barrier that was just told, by how urgent it is. */
@Component
class BarrierDueDates {

  private final CaseTimes times;
  private final CasesProperties settings;

  BarrierDueDates(CaseTimes times, CasesProperties settings) {
    this.times = times;
    this.settings = settings;
  }

  Instant first(CaseView about, BarrierCode code) {
    return (code.urgent()
            ? times.dueWithin(about, settings.urgentBarrierWithin())
            : times.dueIn(about, settings.barrierSchoolDays()))
        .toInstant();
  }
}
