package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Families;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.springframework.stereotype.Component;

/** Whether these two can visit at this time. */
@Component
class AgreedTimeCheck {

  private final Appointments appointments;
  private final Crew crew;
  private final Families families;
  private final VisitProperties settings;
  private final Clock clock;

  AgreedTimeCheck(
      Appointments appointments,
      Crew crew,
      Families families,
      VisitProperties settings,
      Clock clock) {
    this.appointments = appointments;
    this.crew = crew;
    this.families = families;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What is wrong goes to {@code errors}, by field.
   *
   * @param pair null: nobody has accepted
   * @param which of the offered times, part of the field's key
   */
  void check(
      @Nullable Pair pair,
      ZoneId zone,
      AgreedTime agreed,
      String which,
      Map<String, String> errors) {
    new VisitTimes(settings, zone)
        .problem(agreed.startsAt(), agreed.length(), clock.instant())
        .ifPresent(problem -> errors.put("time" + which, problem));
    if (pair == null) {
      errors.put("date" + which, "No two visitors have accepted: plan the contact again first");
    } else {
      pairProblem(pair, agreed.startsAt().atZone(zone).toLocalDate())
          .or(() -> clash(pair, agreed))
          .ifPresent(problem -> errors.putIfAbsent("date" + which, problem));
    }
  }

  /** The rules of a pair hold on the visit's day, not only on the day it was chosen. */
  private Optional<String> pairProblem(Pair pair, LocalDate day) {
    Member first = crew.member(pair.first(), pair.district()).orElse(null);
    Member second = crew.member(pair.second(), pair.district()).orElse(null);
    if (first == null || second == null) {
      return Optional.of("One of the visitors is gone: ask the coordinator for another pair");
    }
    if (first.visitor().availability().awayOn(day) || second.visitor().availability().awayOn(day)) {
      return Optional.of("One of the visitors is away on this day: choose another");
    }
    String language = families.find(pair.family()).map(FamilyLanguage::of).orElse(null);
    return PairRules.problems(first, second, day, language, pair.interpreterLanguage())
        .values()
        .stream()
        .findFirst();
  }

  private Optional<String> clash(Pair pair, AgreedTime agreed) {
    for (UserId visitor : pair.visitors()) {
      boolean busy =
          appointments.ofVisitor(visitor.value(), Appointment.State.PLANNED).stream()
              .filter(other -> !other.caseId().equals(pair.caseId()))
              .anyMatch(
                  other ->
                      other.startsAt().isBefore(agreed.startsAt().plus(agreed.length()))
                          && agreed.startsAt().isBefore(other.endsAt()));
      if (busy) {
        return Optional.of("One of the visitors visits another family then: choose another time");
      }
    }
    return Optional.empty();
  }
}
