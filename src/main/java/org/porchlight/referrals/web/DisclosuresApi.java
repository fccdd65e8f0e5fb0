package org.porchlight.referrals.web;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Disclosures;
import org.porchlight.access.Disclosures.Disclosure;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.roster.Families;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's referrals and what was disclosed for them, for systems. Opens the family's file. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class DisclosuresApi {

  private final Cases cases;
  private final Families families;
  private final Referrals referrals;
  private final Disclosures disclosures;
  private final CurrentActor current;

  DisclosuresApi(
      Cases cases,
      Families families,
      Referrals referrals,
      Disclosures disclosures,
      CurrentActor current) {
    this.cases = cases;
    this.families = families;
    this.referrals = referrals;
    this.disclosures = disclosures;
    this.current = current;
  }

  @GetMapping("/referrals")
  List<Try> referrals(@PathVariable UUID id) {
    CaseView view = opened(id);
    return referrals.of(view.id()).stream().map(Try::of).toList();
  }

  @GetMapping("/disclosures")
  List<Line> disclosures(@PathVariable UUID id) {
    CaseView view = opened(id);
    return disclosures.of(view.family()).stream().map(Line::of).toList();
  }

  private CaseView opened(UUID id) {
    CaseView view = cases.get(new CaseId(id));
    families.open(view.family(), Channel.API);
    if (!ShownReferrals.may(current.get())) {
      throw new AccessDeniedException("What is shared with partners is for staff");
    }
    return view;
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException unknown) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is no such case: list the cases at /api/v1/cases");
  }

  record Try(
      UUID id,
      UUID barrier,
      UUID resource,
      String way,
      String status,
      Instant since,
      int news,
      @Nullable String cancelReason,
      @Nullable String outcome,
      @Nullable String confirmedBy) {

    static Try of(Referral referral) {
      return new Try(
          referral.id(),
          referral.barrier(),
          referral.resource(),
          referral.way().name(),
          referral.status().name(),
          referral.statusAt(),
          referral.news(),
          name(referral.cancelReason()),
          name(referral.outcome()),
          name(referral.confirmedBy()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
      return value == null ? null : value.name();
    }
  }

  record Line(
      Instant at,
      String kind,
      String party,
      List<UUID> students,
      List<String> what,
      String interest,
      String basis,
      UUID referral) {

    static Line of(Disclosure made) {
      return new Line(
          made.at(),
          made.kind().name(),
          made.party(),
          made.students().stream().map(StudentId::value).toList(),
          made.what(),
          made.interest().name(),
          made.basis().name(),
          made.reference());
    }
  }
}
