package org.porchlight.referrals.owner;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.BarrierCode.Kind;
import org.porchlight.cases.BarrierEnded;
import org.porchlight.cases.BarrierTold;
import org.porchlight.cases.BarrierWork;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.LiveSubjects;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.ProcessRoots;
import org.porchlight.engine.RootEnded;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.loop.Help;
import org.porchlight.referrals.loop.HelpQuestions;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.Helps;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Referrals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties each open barrier to one process instance, from its telling to its end. */
@Component
public class RunHelp implements LiveSubjects, BarrierWork {

  private static final int FIRST_RUN = 1;
  private static final Duration START_LIFE = Duration.ofDays(7);

  /** The end may come while the process is still on its way to where it can be ended. */
  private static final Duration END_LIFE = Duration.ofDays(1);

  /** Ends of a case, or of a case's barriers: not one that the process itself came to. */
  private static final Set<Barrier.End> WITH_CASE =
      Set.of(
          Barrier.End.FAMILY_DECLINED,
          Barrier.End.FAMILY_LEFT,
          Barrier.End.NOT_REACHED,
          Barrier.End.HANDED_ON,
          Barrier.End.MERGED);

  private final Helps helps;
  private final HelpSteps steps;
  private final Barriers barriers;
  private final Referrals referrals;
  private final HelpQuestions questions;
  private final ProcessRoots roots;
  private final ProcessEngine engine;

  RunHelp(
      Helps helps,
      HelpSteps steps,
      Barriers barriers,
      Referrals referrals,
      HelpQuestions questions,
      ProcessRoots roots,
      ProcessEngine engine) {
    this.helps = helps;
    this.steps = steps;
    this.barriers = barriers;
    this.referrals = referrals;
    this.questions = questions;
    this.roots = roots;
    this.engine = engine;
  }

  @EventListener
  @Transactional
  void on(BarrierTold told) {
    Barrier barrier = barriers.find(told.barrier()).orElseThrow();
    BarrierCode code = told.code();
    boolean atSchool = code.kind() == Kind.SCHOOL || code.kind() == Kind.TECHNOLOGY;
    Help help =
        new Help(
            barrier.id(),
            FIRST_RUN,
            code.kind(),
            code.urgent(),
            atSchool ? Help.Phase.ACTION : Help.Phase.CHOOSE,
            atSchool ? SchoolRole.of(code) : null,
            null,
            0,
            false,
            0,
            barrier.due(),
            null,
            told.at(),
            null,
            0);
    if (helps.add(help)) {
      engine.publish(
          new ProcessMessage(
              ReferralLoop.BARRIER_TOLD,
              HandingOn.key(help),
              ReferralLoop.BARRIER_TOLD + ":" + HandingOn.key(help),
              START_LIFE,
              barrier.id(),
              Map.of(
                  "barrierId", barrier.id().toString(),
                  "caseId", barrier.caseId().toString(),
                  "run", FIRST_RUN)));
    }
  }

  /** {@code current} is false for a second instance, and where the barrier has ended meanwhile. */
  @Transactional
  public Map<String, Object> claim(UUID barrier, int run, long rootInstanceKey) {
    Help help = helps.find(barrier).orElseThrow();
    boolean first = help.run() == run && roots.claim(barrier, run, rootInstanceKey);
    return Map.of("current", first && !help.ended());
  }

  /** At once, for whatever reason: no partner sees anything, nobody is asked anything any more. */
  @EventListener
  @Transactional
  void on(BarrierEnded ended) {
    Help help = helps.find(ended.barrier()).orElse(null);
    if (help == null || !helps.end(ended.barrier(), ended.at())) {
      return;
    }
    questions.closeAll(ended.barrier(), ended.at());
    if (ended.byItsWork()) {
      return; // the process does the rest itself
    }
    stopTry(help.referral(), ended);
    engine.publish(
        new ProcessMessage(
            ReferralLoop.BARRIER_ENDED,
            HandingOn.key(help),
            ReferralLoop.BARRIER_ENDED + ":" + HandingOn.key(help),
            END_LIFE,
            ended.barrier(),
            Map.of()));
  }

  private void stopTry(@Nullable UUID referral, BarrierEnded ended) {
    if (referral != null
        && referrals.find(referral).filter(each -> !each.status().ended()).isPresent()) {
      CancelReason reason =
          WITH_CASE.contains(ended.end()) ? CancelReason.CASE_ENDED : CancelReason.BARRIER_ENDED;
      referrals.cancel(referral, reason, null, ended.at());
    }
  }

  @EventListener
  @Transactional
  void on(RootEnded ended) {
    helps.processEnded(ended.subject(), ended.run(), ended.at());
  }

  @Override
  public String processId() {
    return ReferralLoop.PROCESS;
  }

  /** Also while its process is about to end. */
  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> liveSubjects() {
    return helps.withProcess();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean begun(UUID barrier) {
    return steps.any(barrier);
  }
}
