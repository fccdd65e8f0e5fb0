package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.FirstContactPlans.Channel;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.porchlight.visits.internal.PairRules.Subject;
import org.porchlight.visits.internal.VisitorRanking.RankedVisitor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The form by which a coordinator plans the first contact and chooses two visitors. */
@Component
class PlanFirstContact implements TaskHandler {

  private final Cases cases;
  private final CaseContacts contacts;
  private final Families families;
  private final Crew crew;
  private final Users users;
  private final PlanOptions options;
  private final SchoolCalendars calendars;
  private final Clock clock;

  PlanFirstContact(
      Cases cases,
      CaseContacts contacts,
      Families families,
      Crew crew,
      Users users,
      PlanOptions options,
      SchoolCalendars calendars,
      Clock clock) {
    this.cases = cases;
    this.contacts = contacts;
    this.families = families;
    this.crew = crew;
    this.users = users;
    this.options = options;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return PlanForm.FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    Family family = family(cases.get(new CaseId(task.subject())));
    String language = FamilyLanguage.of(family);
    List<RankedVisitor> ranked =
        VisitorRanking.rank(crew.candidates(family, language, today(family)));
    Map<String, Object> values = new HashMap<>();
    values.put("guardians", options.guardians(family));
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
    family.contacts().stream()
        .findFirst()
        .ifPresent(first -> values.put("guardian", first.id().toString()));
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    Family family = family(view);
    requireScope(submission.by(), families.file(family.id()));
    PlanForm form = PlanForm.of(submission.data());
    Map<String, String> errors = new LinkedHashMap<>();
    UUID guardian = form.guardian();
    if (guardian != null
        && family.contacts().stream().noneMatch(one -> one.id().value().equals(guardian))) {
      errors.put("guardian", "Choose one of the family's contacts");
    }
    if (form.channel() == Channel.TEXT && contacts.textTo(view.id()).isEmpty()) {
      // Neither a language nor a number is ever guessed.
      errors.put(
          "channel",
          "Nobody in this family has both a phone that takes texts and a known written language:"
              + " choose a call, a letter or a greeting in person");
    }
    Member first = member(form.visitorA(), family, "visitorA", errors);
    Member second = member(form.visitorB(), family, "visitorB", errors);
    if (first != null && second != null) {
      PairRules.problems(
              first, second, today(family), FamilyLanguage.of(family), form.interpreterLanguage())
          .forEach((subject, problem) -> errors.put(field(subject), problem));
    }
    if (!errors.isEmpty()) {
      throw new InvalidSubmission(errors);
    }
    cases.note(
        view.id(),
        "visits.plan:" + submission.id(),
        "visits.contactPlanned",
        submission.by(),
        submission.at(),
        facts(form, first, second));
    return Map.of();
  }

  private @Nullable Member member(
      @Nullable UUID id, Family family, String field, Map<String, String> errors) {
    Member member = id == null ? null : crew.member(new UserId(id), family.district()).orElse(null);
    if (member == null) {
      errors.put(field, "Choose one of the district's visitors");
    }
    return member;
  }

  private static Map<String, Object> facts(
      PlanForm form, @Nullable Member first, @Nullable Member second) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("channel", form.channel().name());
    if (first != null && second != null) {
      facts.put("visitor1", first.visitor().firstName());
      facts.put("visitor2", second.visitor().firstName());
    }
    if (form.whoKnows() != null) {
      facts.put("whoKnows", form.whoKnows());
    }
    if (form.interpreterLanguage() != null) {
      facts.put("interpreterLanguage", form.interpreterLanguage());
    }
    return facts;
  }

  /** Whoever plans has this family in their own scope, and no enforcing duty (I8, I11). */
  private void requireScope(UserId by, FamilyFile file) {
    Actor actor =
        users.find(by).orElseThrow(() -> new AccessDeniedException("No account of this id"));
    boolean own =
        file.district().equals(actor.district())
            && (actor.districtWide()
                || actor.has(Role.ADMINISTRATOR)
                || !Collections.disjoint(actor.schools(), file.schools()));
    if (!own || actor.enforces()) {
      throw new AccessDeniedException("This family is at none of your schools");
    }
  }

  private static String field(Subject subject) {
    return switch (subject) {
      case FIRST -> "visitorA";
      case SECOND -> "visitorB";
      case INTERPRETER -> "interpreterLanguage";
    };
  }

  private Family family(CaseView view) {
    return families.find(view.family()).orElseThrow();
  }

  private LocalDate today(Family family) {
    return clock.instant().atZone(calendars.zone(family.district())).toLocalDate();
  }
}
