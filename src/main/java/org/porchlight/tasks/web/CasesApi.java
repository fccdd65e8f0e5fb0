package org.porchlight.tasks.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Outcome;
import org.porchlight.roster.Families;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.internal.CasesInScope;
import org.porchlight.tasks.internal.FamilyEvents;
import org.porchlight.tasks.internal.PassedOnWords;
import org.porchlight.tasks.internal.Places;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The cases for systems: the list holds ids and states; one case with its timeline opens the file.
 */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {

  private final Cases cases;
  private final CasesInScope inScope;
  private final CaseHistory history;
  private final PassedOnWords words;
  private final Families families;
  private final Places places;
  private final FamilyEvents events;

  CasesApi(
      Cases cases,
      CasesInScope inScope,
      CaseHistory history,
      PassedOnWords words,
      Families families,
      Places places,
      FamilyEvents events) {
    this.events = events;
    this.cases = cases;
    this.inScope = inScope;
    this.history = history;
    this.words = words;
    this.families = families;
    this.places = places;
  }

  @GetMapping
  List<Line> list() {
    return inScope.list().stream().map(Line::of).toList();
  }

  /** A visitor sees the timeline only after the family's yes. */
  @GetMapping("/{id}")
  OneCase one(@PathVariable UUID id) {
    CaseView view = cases.get(new CaseId(id));
    Families.OpenedFamily opened = families.open(view.family(), Channel.API);
    boolean revealed = opened.opened().homeRevealed();
    return new OneCase(
        Line.of(view),
        history.outcome(view.id()).map(Outcome::name).orElse(null),
        places.of(id),
        revealed ? words.timeline(view).stream().map(Event::of).toList() : List.of());
  }

  /** Records what the family told staff; a repeat with the same request id does nothing. */
  @PostMapping("/{id}/events")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void record(@PathVariable UUID id, @RequestBody NewEvent event) {
    if (event.what() == null) {
      throw new IllegalArgumentException(
          "what must be one of " + List.of(FamilyEvents.What.values()));
    }
    UUID request = event.request() == null ? UUID.randomUUID() : event.request();
    events.record(new CaseId(id), event.what(), event.until(), request, Channel.API);
  }

  @ExceptionHandler
  ProblemDetail wrong(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
  }

  @ExceptionHandler
  ProblemDetail ended(IllegalStateException ended) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, ended.getMessage());
  }

  /**
   * @param until for a break: the day on which the case goes on
   * @param request makes it one act; without it, each call is one
   */
  record NewEvent(
      FamilyEvents.@Nullable What what, @Nullable LocalDate until, @Nullable UUID request) {}

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException unknown) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is no such case: list the cases at /api/v1/cases");
  }

  record Line(
      UUID id,
      UUID family,
      UUID district,
      @Nullable UUID school,
      int run,
      String state,
      boolean familyAgreed,
      Instant openedAt,
      @Nullable Instant closedAt) {

    static Line of(CaseView view) {
      return new Line(
          view.id().value(),
          view.family().value(),
          view.district().value(),
          Optional.ofNullable(view.school()).map(SchoolId::value).orElse(null),
          view.run(),
          view.state().name(),
          view.familyAgreed(),
          view.openedAt(),
          view.closedAt());
    }
  }

  record Event(Instant at, String kind, @Nullable UUID by, Map<String, Object> facts) {

    static Event of(CaseHistory.Entry entry) {
      return new Event(
          entry.at(),
          entry.kind(),
          Optional.ofNullable(entry.by()).map(by -> by.value()).orElse(null),
          entry.facts());
    }
  }

  record OneCase(
      Line current, @Nullable String outcome, List<Places.Place> places, List<Event> timeline) {}
}
