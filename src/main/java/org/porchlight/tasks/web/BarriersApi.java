package org.porchlight.tasks.web;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers.History;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.roster.Families;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.FamilyBarriers;
import org.porchlight.tasks.internal.FamilyBarriers.Shown;
import org.porchlight.tasks.internal.FamilyBarriers.Told;
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

/** What makes school hard for a case's family, for systems; opens the family's file. */
@RestController
@RequestMapping("/api/v1/cases/{id}/barriers")
class BarriersApi {

  private final Cases cases;
  private final Families families;
  private final FamilyBarriers barriers;

  BarriersApi(Cases cases, Families families, FamilyBarriers barriers) {
    this.cases = cases;
    this.families = families;
    this.barriers = barriers;
  }

  /** Newest first, ended ones too; a visitor sees them only after the family's yes. */
  @GetMapping
  List<One> list(@PathVariable UUID id) {
    CaseView view = cases.get(new CaseId(id));
    return families.open(view.family(), Channel.API).opened().homeRevealed()
        ? barriers.of(view).stream().map(One::of).toList()
        : List.of();
  }

  /** A repeat with the same request id does nothing. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Added add(@PathVariable UUID id, @RequestBody NewBarrier told) {
    UUID request = told.request() == null ? UUID.randomUUID() : told.request();
    List<String> given = told.given() == null ? List.of() : told.given();
    Told what =
        new Told(
            told.code() == null ? null : code(told.code()),
            told.student(),
            told.words(),
            given,
            Boolean.TRUE.equals(told.enough()),
            null);
    return new Added(barriers.tell(new CaseId(id), what, request, Channel.API));
  }

  private static BarrierCode code(String name) {
    return BarrierCode.of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "code must be one of " + List.of(BarrierCode.values())));
  }

  @ExceptionHandler
  ProblemDetail wrong(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
  }

  @ExceptionHandler
  ProblemDetail ended(IllegalStateException ended) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, ended.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException unknown) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is no such case: list the cases at /api/v1/cases");
  }

  /**
   * @param given on the spot: codes
   * @param enough whether that settled it
   * @param request makes it one act; without it, each call is one
   */
  record NewBarrier(
      @Nullable String code,
      @Nullable UUID student,
      @Nullable String words,
      @Nullable List<String> given,
      @Nullable Boolean enough,
      @Nullable UUID request) {}

  record Added(UUID id) {}

  /**
   * @param code null where it was told in confidence, and not to the reader
   */
  record One(
      UUID id,
      @Nullable String code,
      @Nullable UUID student,
      Instant toldAt,
      String owner,
      Instant due,
      int level,
      Barrier.@Nullable End end,
      @Nullable Instant endedAt,
      List<Hop> history) {

    static One of(Shown shown) {
      Barrier one = shown.barrier();
      return new One(
          one.id(),
          shown.named() ? one.code().name() : null,
          Optional.ofNullable(one.student()).map(StudentId::value).orElse(null),
          one.toldAt(),
          one.owner().text(),
          one.due(),
          one.level(),
          one.end(),
          one.endedAt(),
          shown.history().stream().map(Hop::of).toList());
    }
  }

  record Hop(
      Instant at,
      History.What what,
      @Nullable UUID by,
      @Nullable String owner,
      @Nullable Instant due,
      int level,
      Barrier.@Nullable End end,
      List<String> given,
      @Nullable String words) {

    static Hop of(History entry) {
      return new Hop(
          entry.at(),
          entry.what(),
          Optional.ofNullable(entry.by()).map(UserId::value).orElse(null),
          Optional.ofNullable(entry.owner()).map(OwnerGroup::text).orElse(null),
          entry.due(),
          entry.level(),
          entry.end(),
          entry.given(),
          entry.words());
    }
  }
}
