package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ReadableWords;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskForms;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The logs as pages show them, by the id of their submission. The caller has opened the family's
 * file.
 */
@Service
@Transactional(readOnly = true)
public class VisitNotes {

  private final WrittenLogs logs;
  private final Appointments appointments;
  private final Pairs pairs;
  private final VisitorStore visitors;
  private final Cases cases;
  private final ReadableWords words;
  private final Submissions submissions;
  private final TaskForms forms;
  private final SafetyStops stops;
  private final Clock clock;
  private final SchoolCalendars calendars;
  private final JsonMapper json;

  VisitNotes(
      WrittenLogs logs,
      Appointments appointments,
      Pairs pairs,
      VisitorStore visitors,
      Cases cases,
      ReadableWords words,
      Submissions submissions,
      TaskForms forms,
      SafetyStops stops,
      Clock clock,
      SchoolCalendars calendars,
      JsonMapper json) {
    this.logs = logs;
    this.appointments = appointments;
    this.pairs = pairs;
    this.visitors = visitors;
    this.cases = cases;
    this.words = words;
    this.submissions = submissions;
    this.forms = forms;
    this.stops = stops;
    this.clock = clock;
    this.calendars = calendars;
    this.json = json;
  }

  /** A text of a log, with the labels of the form it was written in. */
  public record Text(UserId by, Instant at, List<AnsweredForm.Answer> answers) {}

  /**
   * A log.
   *
   * @param visitors first names
   * @param place code, null where the visit did not take place
   * @param exceptions codes: message key {@code visits.exception.<code>}
   * @param earlier what it said before, newest first
   * @param endedEarly the visitors left; what was written of it is in {@code stop} alone
   * @param stop for coordinators, while it stands
   */
  public record Note(
      UUID submission,
      Instant startsAt,
      ZoneId zone,
      List<String> visitors,
      @Nullable Where where,
      List<String> exceptions,
      Text text,
      List<Text> earlier,
      int version,
      boolean mayAmend,
      boolean endedEarly,
      @Nullable SafetyStop stop) {}

  /** Codes of place and interpreter; the language as BCP 47. */
  public record Where(String place, int minutes, @Nullable String language, String interpreter) {}

  /** Throws {@link NoSuchElementException} where the family has no such log. */
  public Note open(FamilyId family, UUID submission, Actor reader, Locale locale) {
    WrittenLogs.Written log = find(family, submission, reader);
    Appointment visit = appointments.findById(log.appointment()).orElseThrow();
    Pair pair = pairs.findById(visit.pair()).orElseThrow();
    JsonNode form = form(submission);
    boolean early = log.outcome() == VisitOutcome.UNSAFE;
    boolean confidential = pair.includes(reader.id()) || coordinates(reader);
    return new Note(
        submission,
        visit.startsAt(),
        calendars.zone(visit.district()),
        pair.visitors().stream().map(id -> visitors.find(id).orElseThrow().firstName()).toList(),
        where(log),
        log.exceptions(),
        early
            ? new Text(log.text().by(), log.text().at(), List.of())
            : text(log.text(), form, confidential, locale),
        logs.earlier(log.id()).stream()
            .map(earlier -> text(earlier, form, confidential, locale))
            .toList(),
        log.text().version(),
        mayAmend(log, reader),
        early,
        early && coordinates(reader)
            ? stops.ofVisit(visit.id(), clock.instant()).orElse(null)
            : null);
  }

  /** Whoever wrote it, or coordinates, while the case goes on. */
  boolean mayAmend(WrittenLogs.Written log, Actor reader) {
    return cases.get(log.caseId()).live()
        && log.outcome() != VisitOutcome.UNSAFE
        && (log.loggedBy().equals(reader.id()) || coordinates(reader));
  }

  /** Throws {@link AccessDeniedException} where the note was not passed on to this reader. */
  WrittenLogs.Written find(FamilyId family, UUID submission, Actor reader) {
    WrittenLogs.Written log =
        logs.find(submission)
            .filter(found -> cases.get(found.caseId()).family().equals(family))
            .orElseThrow(() -> new NoSuchElementException("This family has no such visit note"));
    Instant visited = appointments.findById(log.appointment()).orElseThrow().startsAt();
    if (visited.isBefore(words.from(cases.get(log.caseId()), reader))) {
      throw new AccessDeniedException(
          "The family has not agreed that earlier notes are passed on to this school");
    }
    return log;
  }

  long taskOf(UUID submission) {
    return submissions.get(submission).task().key();
  }

  static boolean coordinates(Actor reader) {
    return reader.has(Role.COORDINATOR) || reader.has(Role.ADMINISTRATOR);
  }

  private JsonNode form(UUID submission) {
    return json.readTree(forms.schema(taskOf(submission)));
  }

  private static Text text(
      WrittenLogs.Text text, JsonNode form, boolean confidential, Locale locale) {
    return new Text(
        text.by(), text.at(), AnsweredForm.of(form, text.answers(), confidential, locale));
  }

  private static @Nullable Where where(WrittenLogs.Written log) {
    WrittenLogs.Place place = log.place();
    String code = place.code();
    Integer minutes = place.minutes();
    String interpreter = place.interpreter();
    return log.outcome() != VisitOutcome.COMPLETED
            || code == null
            || minutes == null
            || interpreter == null
        ? null
        : new Where(code, minutes, place.language(), interpreter);
  }
}
