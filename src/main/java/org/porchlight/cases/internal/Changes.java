package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.CaseView;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Brings what changed before a person, once. */
@Component
class Changes {

  private final ChangeNotices notices;
  private final JourneySignals signals;
  private final Timeline timeline;
  private final CaseTimes times;
  private final CasesProperties settings;
  private final Clock clock;

  Changes(
      ChangeNotices notices,
      JourneySignals signals,
      Timeline timeline,
      CaseTimes times,
      CasesProperties settings,
      Clock clock) {
    this.notices = notices;
    this.signals = signals;
    this.timeline = timeline;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
  }

  void raise(CaseView about, ChangeNotice notice) {
    Instant now = clock.instant();
    if (notices.add(notice, now)) {
      timeline.add(
          about.id(),
          "change:" + notice.id(),
          "cases.change." + notice.kind(),
          null,
          now,
          Map.of());
      signals.changeNoticed(about, notice.id(), due(about, notice), groups(about, notice));
    }
  }

  /** A hand-over is ready before the first day at the new school. */
  private ZonedDateTime due(CaseView about, ChangeNotice notice) {
    ZonedDateTime due = times.dueIn(about, settings.contactSchoolDays());
    LocalDate begins = notice.begins();
    if (begins == null) {
      return due;
    }
    ZonedDateTime eve = times.dueBefore(about, begins);
    return eve.isAfter(due) ? eve : due;
  }

  private static List<String> groups(CaseView about, ChangeNotice notice) {
    List<String> groups = new ArrayList<>(List.of(about.coordinators().text()));
    SchoolId to = notice.to();
    if (notice.kind() == ChangeKind.HAND_OVER && to != null) {
      groups.add(OwnerGroup.coordinators(to).text());
    }
    return groups.stream().distinct().toList();
  }
}
