package org.porchlight.cases.internal;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case in the transaction in which a person decided it; the process starts after the
 * commit. A family that had a case lately goes on with its history, as the next run.
 */
@Component
class OpenCase {

  private final CaseStore cases;
  private final Timeline timeline;
  private final EventOutbox outbox;
  private final JourneySignals signals;
  private final CallRequests calls;
  private final ChangeNotices changes;
  private final FollowRoster follow;
  private final CasesProperties settings;
  private final JdbcClient jdbc;

  OpenCase(
      CaseStore cases,
      Timeline timeline,
      EventOutbox outbox,
      JourneySignals signals,
      CallRequests calls,
      ChangeNotices changes,
      FollowRoster follow,
      CasesProperties settings,
      JdbcClient jdbc) {
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
    this.signals = signals;
    this.calls = calls;
    this.changes = changes;
    this.follow = follow;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  @EventListener
  @Transactional
  void on(ProposalAccepted accepted) {
    if (begun(accepted.proposal())) {
      return;
    }
    Optional<Case> running =
        cases.findFirstByFamilyIdAndStateInOrderByOpenedAtDesc(
            accepted.family().value(), Lifecycle.NOT_CLOSED);
    if (running.isPresent()) {
      note(running.get().view(), accepted, "cases.acceptedAgain");
      return;
    }
    CaseView opened =
        earlier(accepted).map(closed -> again(closed, accepted)).orElseGet(() -> first(accepted));
    jdbc.sql(
            "insert into cases.case_run (case_id, run, started_at, proposal_id) values (?, ?, ?, ?)")
        .params(
            opened.id().value(),
            opened.run(),
            accepted.at().atOffset(ZoneOffset.UTC),
            accepted.proposal())
        .update();
    note(opened, accepted, kind(opened, accepted));
    outbox.add(opened, "opened.v1", accepted.at(), Map.of());
    follow.follow(cases.read(opened.id()));
    signals.start(opened);
  }

  private CaseView first(ProposalAccepted accepted) {
    return cases.saveAndFlush(new Case(CaseId.random(), accepted)).view();
  }

  private CaseView again(Case held, ProposalAccepted accepted) {
    calls.settleAll(held.view().id());
    changes.settleAll(held.view().id(), accepted.at());
    held.reopen(accepted);
    return cases.saveAndFlush(held).view();
  }

  private Optional<Case> earlier(ProposalAccepted accepted) {
    return cases.findFirstByFamilyIdAndStateAndClosedAtAfterOrderByClosedAtDesc(
        accepted.family().value(),
        CaseView.State.CLOSED,
        accepted.at().minus(settings.sameHistory()));
  }

  private boolean begun(UUID proposal) {
    return jdbc.sql("select exists (select from cases.case_run where proposal_id = ?)")
        .param(proposal)
        .query(Boolean.class)
        .single();
  }

  private static String kind(CaseView opened, ProposalAccepted accepted) {
    if (opened.run() > 1) {
      return "cases.reopened";
    }
    return accepted.nominated() ? "cases.openedByNomination" : "cases.opened";
  }

  private void note(CaseView about, ProposalAccepted accepted, String kind) {
    timeline.add(
        about.id(),
        "proposal:" + accepted.proposal(),
        kind,
        accepted.by(),
        accepted.at(),
        Map.of());
  }
}
