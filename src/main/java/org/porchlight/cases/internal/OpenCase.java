package org.porchlight.cases.internal;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case in the transaction in which a person decided it; the process starts after the
 * commit.
 */
@Component
class OpenCase {

  private final CaseStore cases;
  private final Timeline timeline;
  private final EventOutbox outbox;
  private final JourneySignals signals;
  private final JdbcClient jdbc;

  OpenCase(
      CaseStore cases,
      Timeline timeline,
      EventOutbox outbox,
      JourneySignals signals,
      JdbcClient jdbc) {
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
    this.signals = signals;
    this.jdbc = jdbc;
  }

  @EventListener
  @Transactional
  void on(ProposalAccepted accepted) {
    if (cases.existsByProposalId(accepted.proposal())) {
      return;
    }
    Optional<Case> running =
        cases.findByFamilyIdAndStateIn(accepted.family().value(), Lifecycle.NOT_CLOSED);
    if (running.isPresent()) {
      note(running.get().view(), accepted, "cases.acceptedAgain");
      return;
    }
    CaseView opened = cases.saveAndFlush(new Case(CaseId.random(), accepted)).view();
    jdbc.sql("insert into cases.case_run (case_id, run, started_at) values (?, ?, ?)")
        .params(opened.id().value(), opened.run(), accepted.at().atOffset(ZoneOffset.UTC))
        .update();
    note(opened, accepted, accepted.nominated() ? "cases.openedByNomination" : "cases.opened");
    outbox.add(opened, "opened.v1", accepted.at(), Map.of());
    signals.start(opened);
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
