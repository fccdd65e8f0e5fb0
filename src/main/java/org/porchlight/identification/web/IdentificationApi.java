package org.porchlight.identification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.NominationReason;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.RefusalReason;
import org.porchlight.identification.RunReport;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
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

/** Runs, proposals and nominations for systems: opaque ids and figures, no names. */
@RestController
@RequestMapping("/api/v1/identification")
class IdentificationApi {

  private final IdentificationRuns runs;
  private final Proposals proposals;
  private final CurrentActor current;

  IdentificationApi(IdentificationRuns runs, Proposals proposals, CurrentActor current) {
    this.runs = runs;
    this.proposals = proposals;
    this.current = current;
  }

  @PostMapping("/runs")
  @ResponseStatus(HttpStatus.CREATED)
  RunReport run(@RequestBody(required = false) @Nullable RunRequest request) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    if (district == null) {
      throw DecisionRefused.because(DecisionRefused.Code.NO_DISTRICT);
    }
    return runs.run(district, request == null ? null : request.asOf(), actor.id());
  }

  /**
   * The newest run, and the schools that the daily look leaves out until newer attendance comes.
   */
  @GetMapping("/status")
  Status status() {
    DistrictId district = current.get().district();
    if (district == null) {
      throw DecisionRefused.because(DecisionRefused.Code.NO_DISTRICT);
    }
    return new Status(runs.latest(district).orElse(null), runs.stale(district));
  }

  @GetMapping("/proposals")
  List<Proposal> proposals() {
    return proposals.ranked(current.get()).stream().map(Proposal::of).toList();
  }

  @PostMapping("/proposals/{id}/accept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void accept(@PathVariable UUID id) {
    proposals.accept(id, current.get());
  }

  @PostMapping("/proposals/{id}/postpone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void postpone(@PathVariable UUID id, @RequestBody @Valid PostponeRequest request) {
    proposals.postpone(id, current.get(), request.until());
  }

  @PostMapping("/proposals/{id}/refuse")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable UUID id, @RequestBody @Valid RefuseRequest request) {
    proposals.refuse(id, current.get(), request.reason(), request.note());
  }

  @PostMapping("/nominations")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> nominate(@RequestBody @Valid NominationRequest request) {
    return Map.of(
        "proposal",
        proposals.nominate(
            new FamilyId(request.family()), current.get(), request.reason(), request.note()));
  }

  @ExceptionHandler
  ProblemDetail refused(DecisionRefused refused) {
    HttpStatus status =
        switch (refused.code()) {
          case DUTY, NOT_A_COORDINATOR -> HttpStatus.FORBIDDEN;
          case ALREADY_DECIDED, ALREADY_SERVED, NO_ATTENDANCE -> HttpStatus.CONFLICT;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    problem.setProperty("code", refused.code().name());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException unknown) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is nothing of this id: read the list of proposals again.");
  }

  /** {@code asOf} absent: the latest day with attendance. */
  record RunRequest(@Nullable LocalDate asOf) {}

  record Status(
      @Nullable RunReport latestRun, List<IdentificationRuns.StaleSchool> pausedSchools) {}

  record PostponeRequest(@NotNull LocalDate until) {}

  record RefuseRequest(@NotNull RefusalReason reason, @Nullable String note) {}

  record NominationRequest(
      @NotNull UUID family, @NotNull NominationReason reason, @Nullable String note) {}

  /** A proposed family as systems see it. */
  record Proposal(
      UUID id,
      UUID family,
      LocalDate asOf,
      int score,
      List<Student> students,
      List<ProposedFamily.Reason> reasons) {

    static Proposal of(ProposedFamily family) {
      return new Proposal(
          family.id(),
          family.family().value(),
          family.asOf(),
          family.score(),
          family.students().stream()
              .map(
                  one ->
                      new Student(
                          one.student().value(),
                          one.school().value(),
                          one.absences(),
                          one.enrolledDays(),
                          one.band().name()))
              .toList(),
          family.reasons());
    }
  }

  record Student(UUID student, UUID school, int absences, int enrolledDays, String band) {}
}
