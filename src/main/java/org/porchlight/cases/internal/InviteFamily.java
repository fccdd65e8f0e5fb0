package org.porchlight.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.VisitingPair;
import org.porchlight.cases.VisitingPair.Introduction;
import org.porchlight.cases.internal.Invitations.Invitation;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.roster.Schools;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a family by text, in its language, naming who would come; a call where that cannot be. */
@Component
public class InviteFamily {

  /**
   * Closed by hand long before; the latest moment at which a text can still be this question's
   * answer.
   */
  private static final Duration QUESTION_LIFE = Duration.ofDays(60);

  /** A text leaves a moment after it is asked for: too little to wait once more. */
  private static final Duration SOON_ENOUGH = Duration.ofHours(1);

  private final CaseStore cases;
  private final CaseContacts contacts;
  // Looked up late: the pairs live in a module that uses this one.
  private final ObjectProvider<VisitingPair> pairs;
  private final Schools schools;
  private final Invitations invitations;
  private final Questions questions;
  private final FamilyTexts texts;
  private final Timeline timeline;
  private final Programs programs;
  private final ContactPace pace;
  private final CaseTimes times;
  private final CasesProperties settings;
  private final Clock clock;

  InviteFamily(
      CaseStore cases,
      CaseContacts contacts,
      ObjectProvider<VisitingPair> pairs,
      Schools schools,
      Invitations invitations,
      Questions questions,
      FamilyTexts texts,
      Timeline timeline,
      Programs programs,
      ContactPace pace,
      CaseTimes times,
      CasesProperties settings,
      Clock clock) {
    this.cases = cases;
    this.contacts = contacts;
    this.pairs = pairs;
    this.schools = schools;
    this.invitations = invitations;
    this.questions = questions;
    this.texts = texts;
    this.timeline = timeline;
    this.programs = programs;
    this.pace = pace;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param round the same for a repeat of this step, another for the next invitation
   * @return {@code textPossible}, and where it is, {@code questionId} and {@code answerDueAt}
   */
  @Transactional
  public Map<String, Object> invite(CaseId id, long round) {
    UUID question =
        UUID.nameUUIDFromBytes(("invitation:" + id + ":" + round).getBytes(StandardCharsets.UTF_8));
    CaseView view = cases.hold(id).view();
    Optional<Invitation> earlier = invitations.find(question);
    if (earlier.isPresent()) {
      return waitFor(view, earlier.get());
    }
    Optional<TextContact> to = contacts.textTo(id);
    List<Introduction> pair = pair(id);
    Optional<String> school = schoolName(view);
    if (view.live() && !pace.leavesRoom(view)) {
      note(view, round, "cases.overBudget", Map.of());
      return Map.of("textPossible", false);
    }
    String hindrance = hindrance(to, pair, school);
    if (!view.live() || hindrance != null) {
      note(view, round, "cases.textNotPossible", Map.of("reason", String.valueOf(hindrance)));
      return Map.of("textPossible", false);
    }
    return ask(view, question, round, to.orElseThrow(), pair, school.orElseThrow());
  }

  /**
   * @return {@code remindersLeft}, and {@code answerDueAt} of the wait that follows
   */
  @Transactional
  public Map<String, Object> remind(CaseId id, UUID question, long round) {
    CaseView view = cases.hold(id).view();
    Invitation asked = invitations.find(question).orElseThrow();
    if (asked.lastRound() == round) {
      return remindersLeft(view, asked.answerDueAt());
    }
    if (asked.answer() != null) {
      // The answer is on its way to the process: wait on, so that it finds somebody waiting.
      return remindersLeft(view, clock.instant().plus(Duration.ofHours(1)));
    }
    Instant whole = wholeTime(view, asked);
    if (whole.isAfter(clock.instant().plus(SOON_ENOUGH))) {
      invitations.reminded(question, asked.reminders(), whole, round);
      return remindersLeft(view, whole);
    }
    if (asked.reminders() >= programs.current(view.district()).attempts().reminders()
        || !asked.open()) {
      note(view, round, "cases.noAnswer", Map.of("reminders", asked.reminders()));
      return Map.of("remindersLeft", false);
    }
    if (!pace.leavesRoom(view)) {
      note(view, round, "cases.overBudget", Map.of());
      return Map.of("remindersLeft", false);
    }
    Instant due = times.answerIn(view, settings.answerSchoolDays()).toInstant();
    int count = asked.reminders() + 1;
    invitations.reminded(question, count, due, round);
    texts.send(
        view,
        asked.to(),
        FamilyTexts.REMINDER,
        question + ":" + count,
        names(pair(id), schoolName(view)),
        due);
    note(view, round, "cases.familyReminded", Map.of("number", count));
    return remindersLeft(view, due);
  }

  /**
   * Until when the family may think: a text that left later than it was asked for, because others
   * went first or its batch was paused, does not cost the family its time.
   */
  private Instant wholeTime(CaseView view, Invitation asked) {
    int count = asked.reminders();
    String purpose = count == 0 ? FamilyTexts.INVITATION : FamilyTexts.REMINDER;
    String occurrence = asked.question() + (count == 0 ? "" : ":" + count);
    return texts
        .left(asked.to(), purpose, occurrence)
        .map(left -> times.answerAfter(view, left, settings.answerSchoolDays()).toInstant())
        .orElse(asked.answerDueAt());
  }

  private Map<String, Object> ask(
      CaseView view,
      UUID question,
      long round,
      TextContact to,
      List<Introduction> pair,
      String school) {
    Instant now = clock.instant();
    Instant due = times.answerIn(view, settings.answerSchoolDays()).toInstant();
    Invitation invitation = new Invitation(question, view.id(), to, due, 0, round, null, true);
    invitations.add(invitation, now);
    questions.ask(
        new Question(
            question,
            Question.Kind.INVITATION,
            to.phone(),
            new Recipient.OfFamily(view.family(), to.guardian()),
            view.id(),
            to.language(),
            now.plus(QUESTION_LIFE),
            pair.get(0).firstName() + ", " + pair.get(1).firstName()));
    Map<String, Object> arguments =
        Map.of(
            "schoolName", school,
            "name1", pair.get(0).firstName(),
            "role1", pair.get(0).role(),
            "name2", pair.get(1).firstName(),
            "role2", pair.get(1).role());
    texts.send(view, to, FamilyTexts.INVITATION, question.toString(), arguments, due);
    note(view, round, "cases.familyInvited", Map.of("language", to.language()));
    return waitFor(view, invitation);
  }

  private @Nullable String hindrance(
      Optional<TextContact> to, List<Introduction> pair, Optional<String> school) {
    if (to.isEmpty()) {
      return "NO_PHONE_OR_LANGUAGE";
    }
    if (!texts.speaks(to.get().language())) {
      return "NO_TRANSLATION";
    }
    if (pair.size() != 2) {
      return "NO_PAIR";
    }
    return school.isEmpty() ? "NO_SCHOOL" : null;
  }

  private static Map<String, Object> names(List<Introduction> pair, Optional<String> school) {
    Map<String, Object> names = new HashMap<>();
    school.ifPresent(name -> names.put("schoolName", name));
    for (int i = 0; i < pair.size(); i++) {
      names.put("name" + (i + 1), pair.get(i).firstName());
    }
    return names;
  }

  private List<Introduction> pair(CaseId id) {
    VisitingPair known = pairs.getIfAvailable();
    return known == null ? List.of() : known.of(id);
  }

  private Optional<String> schoolName(CaseView view) {
    SchoolId school = view.school();
    return school == null ? Optional.empty() : schools.find(school).map(Schools.School::name);
  }

  private Map<String, Object> waitFor(CaseView view, Invitation invitation) {
    return Map.of(
        "textPossible",
        true,
        "questionId",
        invitation.question().toString(),
        "answerDueAt",
        text(view, invitation.answerDueAt()));
  }

  private Map<String, Object> remindersLeft(CaseView view, Instant due) {
    return Map.of("remindersLeft", true, "answerDueAt", text(view, due));
  }

  private String text(CaseView view, Instant instant) {
    ZonedDateTime local = times.inZone(view, instant);
    return CaseTimes.text(local);
  }

  private void note(CaseView view, long round, String kind, Map<String, Object> facts) {
    timeline.add(view.id(), kind + ":" + round, kind, null, clock.instant(), facts);
  }
}
