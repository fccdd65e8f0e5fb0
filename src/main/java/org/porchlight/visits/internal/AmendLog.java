package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Wish;
import org.porchlight.engine.TaskForms;
import org.porchlight.shared.FamilyId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mends what a log says, in the form that it was written in. The earlier text stays readable;
 * reports read the amended one; what makes school hard and what the family wishes follow it; the
 * steps that followed the log stay as they are.
 */
@Service
public class AmendLog {

  private final VisitNotes notes;
  private final WrittenLogs logs;
  private final LogVisit log;
  private final LogContents contents;
  private final Appointments appointments;
  private final Cases cases;
  private final BarriersOfLogs barriers;
  private final TaskForms forms;
  private final JsonMapper json;
  private final Clock clock;

  AmendLog(
      VisitNotes notes,
      WrittenLogs logs,
      LogVisit log,
      LogContents contents,
      Appointments appointments,
      Cases cases,
      BarriersOfLogs barriers,
      TaskForms forms,
      JsonMapper json,
      Clock clock) {
    this.notes = notes;
    this.logs = logs;
    this.log = log;
    this.contents = contents;
    this.appointments = appointments;
    this.cases = cases;
    this.barriers = barriers;
    this.forms = forms;
    this.json = json;
    this.clock = clock;
  }

  /** The form with what the log says now, JSON both. */
  public record Filled(String schema, String values, int version) {}

  /** Throws {@link AccessDeniedException} where this reader may not amend it. */
  @Transactional(readOnly = true)
  public Filled form(FamilyId family, UUID submission, Actor reader) {
    WrittenLogs.Written written = amendable(family, submission, reader);
    Map<String, Object> values = prefill(written);
    values.put("asPlanned", false);
    values.putAll(written.text().answers());
    return new Filled(
        forms.schema(notes.taskOf(submission)),
        json.writeValueAsString(values),
        written.text().version());
  }

  /**
   * @param version that the reader saw
   * @return false where somebody else amended it since: nothing changes
   * @throws org.porchlight.engine.InvalidSubmission when a field is wrong; nothing changes
   */
  @Transactional
  public boolean amend(
      FamilyId family, UUID submission, int version, Map<String, Object> data, Actor by) {
    WrittenLogs.Written written = amendable(family, submission, by);
    if (written.text().version() != version) {
      return false;
    }
    Map<String, Object> answers = forms.check(notes.taskOf(submission), data, prefill(written));
    if (VisitOutcome.of(answers) != written.outcome()) {
      throw FormValues.wrong(
          "outcome", "This stays as it was logged: the next steps have followed from it");
    }
    Object next = answers.get("nextContact");
    boolean nextStays = Objects.equals(next, written.text().answers().get("nextContact"));
    Map<String, Object> checked = new HashMap<>(answers);
    if (nextStays) {
      checked.remove("nextContact");
    }
    log.check(cases.get(written.caseId()), checked);
    Instant now = clock.instant();
    Appointment visit = appointments.findById(written.appointment()).orElseThrow();
    if (!logs.amend(written, contents.of(visit, written.outcome(), answers), by.id(), now)) {
      return false;
    }
    if (written.outcome() == VisitOutcome.COMPLETED) {
      barriers.amend(written.caseId(), written, answers, by.id(), now);
      cases.wishAmended(written.caseId(), wish(written.text().answers()), wish(answers));
    }
    cases.note(
        written.caseId(),
        "visits.amended:" + submission + ":" + version,
        "visits.logAmended",
        by.id(),
        now,
        Map.of("log", submission.toString()));
    return true;
  }

  private static @Nullable Wish wish(Map<String, Object> answers) {
    return Wish.of(FormValues.text(answers, "wantsAnotherVisit"));
  }

  private WrittenLogs.Written amendable(FamilyId family, UUID submission, Actor reader) {
    WrittenLogs.Written written = notes.find(family, submission, reader);
    if (!notes.mayAmend(written, reader)) {
      throw new AccessDeniedException(
          "A visit note is amended by its writer or a coordinator, while the case goes on");
    }
    return written;
  }

  private Map<String, Object> prefill(WrittenLogs.Written written) {
    return new HashMap<>(log.prefill(appointments.findById(written.appointment()).orElseThrow()));
  }
}
