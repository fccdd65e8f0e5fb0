package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.MeetingWishes;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.porchlight.visits.internal.PairRules.Subject;
import org.porchlight.visits.internal.VisitorRanking.RankedVisitor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The part of a form by which a coordinator chooses two visitors. */
@Component
class ChosenPair {

  private final Crew crew;
  private final Users users;
  private final Families families;
  private final PlanOptions options;
  private final MeetingWishes wishes;
  private final SchoolCalendars calendars;
  private final Clock clock;

  ChosenPair(
      Crew crew,
      Users users,
      Families families,
      PlanOptions options,
      MeetingWishes wishes,
      SchoolCalendars calendars,
      Clock clock) {
    this.crew = crew;
    this.users = users;
    this.families = families;
    this.options = options;
    this.wishes = wishes;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** The fields {@code visitorA}, {@code visitorB} and {@code interpreterLanguage}. */
  record Choice(
      @Nullable UUID visitorA, @Nullable UUID visitorB, @Nullable String interpreterLanguage) {

    static Choice of(Map<String, Object> data) {
      return new Choice(
          FormValues.id(data, "visitorA"),
          FormValues.id(data, "visitorB"),
          FormValues.text(data, "interpreterLanguage"));
    }
  }

  /** Two of the district's visitors. */
  record Two(Member first, Member second) {

    /** For the timeline. */
    Map<String, Object> names() {
      return Map.of(
          "visitor1", first.visitor().firstName(), "visitor2", second.visitor().firstName());
    }
  }

  /** The visitors, best first with reasons, and the two who fit best together. */
  Map<String, Object> options(CaseId about, Family family) {
    String language = FamilyLanguage.of(family);
    List<RankedVisitor> ranked = ranked(about, family);
    Map<String, Object> values = new HashMap<>();
    values.put("visitors", options.visitors(ranked, language));
    values.put("interpreterLanguages", options.interpreters(language));
    VisitorRanking.suggest(ranked, language)
        .ifPresent(
            pair -> {
              values.put("visitorA", pair.first().user().toString());
              values.put("visitorB", pair.second().user().toString());
              if (language != null && !pair.speaks(language)) {
                values.put("interpreterLanguage", language);
              }
            });
    return values;
  }

  /** Those who may be asked, best first. */
  List<RankedVisitor> ranked(CaseId about, Family family) {
    return VisitorRanking.rank(
        crew.candidates(
            family, FamilyLanguage.of(family), today(family), wishes.of(about).times()));
  }

  /** What breaks a rule goes to {@code errors}, by field; empty where one of the two is unknown. */
  Optional<Two> check(Choice choice, Family family, Map<String, String> errors) {
    Member first = member(choice.visitorA(), family, "visitorA", errors);
    Member second = member(choice.visitorB(), family, "visitorB", errors);
    if (first == null || second == null) {
      return Optional.empty();
    }
    PairRules.problems(
            first, second, today(family), FamilyLanguage.of(family), choice.interpreterLanguage())
        .forEach((subject, problem) -> errors.put(field(subject), problem));
    own(first, family, "visitorA", errors);
    own(second, family, "visitorB", errors);
    return Optional.of(new Two(first, second));
  }

  private @Nullable Member member(
      @Nullable UUID id, Family family, String field, Map<String, String> errors) {
    Member member = id == null ? null : crew.member(new UserId(id), family.district()).orElse(null);
    if (member == null) {
      errors.put(field, "Choose one of the district's visitors");
    }
    return member;
  }

  private static void own(Member member, Family family, String field, Map<String, String> errors) {
    if (Kinship.of(member.visitor(), family)) {
      errors.put(field, "This visitor is of the family: choose another");
    }
  }

  /** Whoever plans has this family in their own scope, and no enforcing duty (I8, I11). */
  void requireScope(UserId by, FamilyId family) {
    if (!inScope(by, family)) {
      throw new AccessDeniedException("This family is at none of your schools");
    }
  }

  boolean inScope(UserId by, FamilyId family) {
    FamilyFile file = families.file(family);
    Actor actor =
        users.find(by).orElseThrow(() -> new AccessDeniedException("No account of this id"));
    boolean own =
        file.district().equals(actor.district())
            && (actor.districtWide()
                || actor.has(Role.ADMINISTRATOR)
                || !Collections.disjoint(actor.schools(), file.schools()));
    return own && !actor.enforces();
  }

  private static String field(Subject subject) {
    return switch (subject) {
      case FIRST -> "visitorA";
      case SECOND -> "visitorB";
      case INTERPRETER -> "interpreterLanguage";
    };
  }

  private LocalDate today(Family family) {
    return clock.instant().atZone(calendars.zone(family.district())).toLocalDate();
  }
}
