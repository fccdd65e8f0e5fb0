package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.internal.KnownPeople.Known;
import org.porchlight.engine.TaskGroups;
import org.porchlight.roster.StudentProfiles.Next;
import org.porchlight.roster.StudentStandings.Standing;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * A case belongs to a school where one of its students is. When the last of them has left it, the
 * case, its open tasks and those to come go to the school of the student who left, and a
 * coordinator there takes it over.
 */
@Component
class ChangeOfSchool {

  /** A hand-over is prepared this long before the first day at the new school. */
  static final int DAYS_AHEAD = 60;

  private final TaskGroups groups;
  private final BarriersAtNewSchool barriers;
  private final Changes changes;
  private final ChangeNotices notices;
  private final CaseTimes times;
  private final Clock clock;

  ChangeOfSchool(
      TaskGroups groups,
      BarriersAtNewSchool barriers,
      Changes changes,
      ChangeNotices notices,
      CaseTimes times,
      Clock clock) {
    this.groups = groups;
    this.barriers = barriers;
    this.changes = changes;
    this.notices = notices;
    this.times = times;
    this.clock = clock;
  }

  void follow(Case held, Map<StudentId, Known> before, Map<StudentId, Standing> now) {
    CaseView old = held.view();
    SchoolId from = old.school();
    Set<SchoolId> schools =
        now.values().stream()
            .filter(Standing::here)
            .map(Standing::school)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (schools.isEmpty() || (from != null && schools.contains(from))) {
      return;
    }
    Optional<Standing> moved =
        now.values().stream()
            .filter(one -> one.here() && one.school() != null)
            .min(
                Comparator.comparing((Standing one) -> !wasAt(before.get(one.student()), from))
                    .thenComparing(one -> one.student().toString()));
    moved.ifPresent(standing -> move(held, old, standing));
  }

  private void move(Case held, CaseView old, Standing moved) {
    SchoolId to = Objects.requireNonNull(moved.school());
    boolean handedOver = notices.agreed(old.id(), to);
    held.moveTo(to, handedOver ? null : clock.instant());
    CaseView view = held.view();
    groups.move(old.id().value(), old.coordinators().text(), view.coordinators().text());
    groups.move(old.id().value(), old.team().text(), view.team().text());
    barriers.follow(old, view, clock.instant());
    changes.raise(
        view,
        ChangeNotice.ofSchool(
            view.id(),
            "school:" + to + ":" + times.today(view),
            moved.student(),
            old.school(),
            to));
  }

  /** Before day one, at the school that a student is enrolled at next. */
  void comingSoon(CaseView view, Map<StudentId, Standing> now) {
    LocalDate today = times.today(view);
    for (Standing standing : now.values()) {
      Next next = standing.next();
      if (next != null
          && !next.school().equals(standing.school())
          && !next.enters().isAfter(today.plusDays(DAYS_AHEAD))) {
        changes.raise(
            view,
            ChangeNotice.handOver(
                view.id(), standing.student(), standing.school(), next.school(), next.enters()));
      }
    }
  }

  private static boolean wasAt(@Nullable Known known, @Nullable SchoolId school) {
    return known != null && Objects.equals(known.school(), school);
  }
}
