package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.porchlight.cases.MeetingWishes;
import org.porchlight.cases.MeetingWishes.Times;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Times at which both visitors said they are free, neither visits somebody else, and which suit the
 * family as far as it said when. Nothing is proposed while one of the two has not said when.
 */
@Component
class TimeProposals {

  private static final int MOST = 3;

  /** The family has two days to answer; then there is still time for the first reminder. */
  private static final int SOONEST_DAYS = 4;

  private static final int LATEST_DAYS = 24;
  private static final int STEP_MINUTES = 30;

  /** To get from one family to the next. */
  private static final Duration WAY = Duration.ofMinutes(30);

  /** Where the family did not say when: most are home from school by then. */
  private static final LocalTime USUAL = LocalTime.of(16, 30);

  private final VisitorStore visitors;
  private final Appointments appointments;
  private final MeetingWishes wishes;
  private final SchoolCalendars calendars;
  private final VisitProperties settings;
  private final Clock clock;

  TimeProposals(
      VisitorStore visitors,
      Appointments appointments,
      MeetingWishes wishes,
      SchoolCalendars calendars,
      VisitProperties settings,
      Clock clock) {
    this.visitors = visitors;
    this.appointments = appointments;
    this.wishes = wishes;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  /** Up to three, each on a day of its own, by the clock on the family's wall. */
  List<LocalDateTime> of(Pair pair) {
    List<Availability> both =
        pair.visitors().stream()
            .map(one -> visitors.find(one).orElseThrow().availability())
            .toList();
    if (!both.stream().allMatch(Availability::said)) {
      return List.of();
    }
    ZoneId zone = calendars.zone(pair.district());
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    Set<Times> wished = wishes.of(pair.caseId()).times();
    List<Appointment> taken = taken(pair);
    List<LocalDateTime> found = new ArrayList<>();
    for (int day = SOONEST_DAYS; day <= LATEST_DAYS && found.size() < MOST; day++) {
      onDay(today.plusDays(day), both, wished, taken, zone).ifPresent(found::add);
    }
    return found;
  }

  private Optional<LocalDateTime> onDay(
      LocalDate day,
      List<Availability> both,
      Set<Times> wished,
      List<Appointment> taken,
      ZoneId zone) {
    return starts()
        .filter(
            start ->
                both.stream().allMatch(one -> one.free(day, start, start.plus(AgreedTime.USUAL))))
        .filter(start -> wished.isEmpty() || wished.contains(part(day, start)))
        .filter(start -> taken.stream().noneMatch(visit -> clash(visit, day, start, zone)))
        .min(Comparator.comparingLong(start -> Math.abs(USUAL.until(start, ChronoUnit.MINUTES))))
        .map(day::atTime);
  }

  private Stream<LocalTime> starts() {
    return Stream.iterate(
        settings.visitsFrom(),
        start -> !start.plus(AgreedTime.USUAL).isAfter(settings.visitsUntil()),
        start -> start.plusMinutes(STEP_MINUTES));
  }

  private List<Appointment> taken(Pair pair) {
    return pair.visitors().stream()
        .map(UserId::value)
        .flatMap(one -> appointments.ofVisitor(one, Appointment.State.PLANNED).stream())
        .filter(visit -> !visit.caseId().equals(pair.caseId()))
        .toList();
  }

  private static boolean clash(Appointment visit, LocalDate day, LocalTime start, ZoneId zone) {
    Instant begins = day.atTime(start).atZone(zone).toInstant();
    Instant ends = begins.plus(AgreedTime.USUAL);
    return visit.startsAt().minus(WAY).isBefore(ends) && begins.isBefore(visit.endsAt().plus(WAY));
  }

  static Times part(LocalDate day, LocalTime start) {
    if (day.getDayOfWeek().getValue() > 5) {
      return Times.WEEKENDS;
    }
    if (start.isBefore(Availability.NOON)) {
      return Times.WEEKDAY_MORNINGS;
    }
    return start.isBefore(Availability.EVENING) ? Times.WEEKDAY_AFTERNOONS : Times.WEEKDAY_EVENINGS;
  }
}
