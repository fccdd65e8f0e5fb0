package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of a case have in common. */
@Component
class CaseForms {

  private static final int FURTHEST_MONTHS = 12;

  private final CaseStore cases;
  private final KnownContacts contacts;
  private final Timeline timeline;
  private final CaseTimes times;
  private final MessageSource words;

  CaseForms(
      CaseStore cases,
      KnownContacts contacts,
      Timeline timeline,
      CaseTimes times,
      MessageSource words) {
    this.cases = cases;
    this.contacts = contacts;
    this.timeline = timeline;
    this.times = times;
    this.words = words;
  }

  static CaseId caseOf(OpenTask task) {
    return new CaseId(task.subject());
  }

  /** Keeps what was said, as it was said. */
  void keep(Submission submission) {
    keep(submission, submission.data());
  }

  /** All but one field, which fewer people may read than the timeline. */
  void keepWithout(Submission submission, String field) {
    Map<String, Object> rest = new HashMap<>(submission.data());
    rest.remove(field);
    keep(submission, rest);
  }

  private void keep(Submission submission, Map<String, Object> facts) {
    timeline.add(
        caseOf(submission.task()),
        "submission:" + submission.id(),
        "cases.form." + submission.task().formId(),
        submission.by(),
        submission.at(),
        facts);
  }

  /** For a select: whom of the family one may speak to. */
  List<Map<String, String>> guardians(CaseId id) {
    return contacts.guardians(id).stream().map(CaseForms::option).toList();
  }

  /** The text of the newest of these happenings, or of {@code otherwise}. */
  String why(CaseId id, List<String> kinds, String otherwise) {
    return text("timeline." + timeline.newest(id, kinds).orElse(otherwise));
  }

  String text(String key, Object... arguments) {
    return words.getMessage(key, arguments, Locale.US);
  }

  /** An error text, or null where the day is fine: not before tomorrow, within a year. */
  @Nullable String wrongDay(CaseId id, @Nullable LocalDate day) {
    if (day == null) {
      return null;
    }
    CaseView view = cases.read(id).view();
    LocalDate today = times.today(view);
    boolean fine = day.isAfter(today) && day.isBefore(today.plusMonths(FURTHEST_MONTHS));
    return fine ? null : text("timeline.form.wrongDay");
  }

  private static Map<String, String> option(Family.Guardian guardian) {
    String name = guardian.firstName() + " " + guardian.lastName();
    String relation = guardian.relation();
    return Map.of(
        "label",
        relation == null ? name : name + " (" + relation + ")",
        "value",
        guardian.id().toString());
  }
}
