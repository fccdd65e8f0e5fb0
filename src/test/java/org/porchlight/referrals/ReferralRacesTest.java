package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseWalk;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Consents;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.ReferralRefused;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two things happen to a barrier at once; each race is run several times, side by side. */
@PorchlightTest
class ReferralRacesTest {

  private static final int TIMES = 6;

  @Autowired HelpWalk walk;
  @Autowired CaseWalk cases;
  @Autowired Barriers barriers;
  @Autowired Referrals referrals;
  @Autowired Consents consents;
  @Autowired Submissions submissions;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final List<Told> all = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> late = new ConcurrentLinkedQueue<>();

  @AfterEach
  void leave() {
    all.forEach(told -> cases.leave(told.about()));
  }

  @Test
  void shouldHearThePartnerOrStopSharingWhereBothHappenAtOnce() {
    tell();
    CaseWalk.sideBySide(each(walk::send));

    CaseWalk.sideBySide(
        each(
            told ->
                CaseWalk.atOnce(
                    () -> partnerSays(told),
                    () ->
                        referrals.cancel(
                            walk.referral(told).id(),
                            CancelReason.CONSENT_WITHDRAWN,
                            null,
                            time.now()))));

    time.awaitQuiet();
    int heard = 0;
    for (Told told : all) {
      assertThat(consents.given(walk.referral(told).id())).isFalse();
      if (walk.referral(told).status() == ReferralStatus.COMPLETED) {
        heard++;
        assertThat(walk.asked(told)).isTrue();
      } else {
        assertThat(walk.referral(told).cancelReason()).isEqualTo(CancelReason.CONSENT_WITHDRAWN);
        assertThat(walk.tasks(told, "userTask_ChooseHelp")).hasSize(1);
      }
    }
    assertThat(late).hasSize(TIMES - heard).allMatch(said -> said.contains("CANCELLED"));
    assertThat(incidents()).isZero();
  }

  @Test
  void shouldEndOnceWhereStaffEndTheBarrierWhileSomebodyChooses() {
    tell();

    CaseWalk.sideBySide(
        each(
            told -> {
              long task = walk.awaitTask(told, "userTask_ChooseHelp");
              CaseWalk.atOnce(
                  () -> choose(told, task, told.coordinator(), "RESOURCE"),
                  () ->
                      barriers.end(
                          told.barrier(), End.NOT_NEEDED, told.team().id(), time.now(), null));
            }));

    for (Told told : all) {
      walk.awaitEnd(told, End.NOT_NEEDED);
      assertThat(referrals.of(told.barrier())).allMatch(each -> each.status().ended());
    }
    time.awaitQuiet();
    assertThat(late).allMatch(said -> said.contains("No more help is needed"));
    assertThat(incidents()).isZero();
  }

  @Test
  void shouldTellWhoeverChoosesForABarrierThatHasJustEnded() {
    tell();
    for (Told told : all) {
      long task = walk.awaitTask(told, "userTask_ChooseHelp");
      barriers.end(told.barrier(), End.RESOLVED, told.team().id(), time.now(), null);

      choose(told, task, told.coordinator(), "RESOURCE");
    }

    assertThat(late).hasSize(TIMES);
    assertThat(all).allMatch(told -> referrals.of(told.barrier()).isEmpty());
  }

  @Test
  void shouldLetOneOfTwoPeopleTakeABarrier() {
    tell();

    CaseWalk.sideBySide(
        each(
            told -> {
              long task = walk.awaitTask(told, "userTask_ChooseHelp");
              CaseWalk.atOnce(
                  () -> choose(told, task, told.coordinator(), "CARRIES"),
                  () -> choose(told, task, told.team().id(), "ACTION"));
            }));

    time.awaitQuiet();
    assertThat(late).hasSize(TIMES).allMatch(said -> List.of("CARRIES", "ACTION").contains(said));
    for (Told told : all) {
      boolean acts = walk.tasks(told, "userTask_SchoolAction").size() == 1;
      assertThat(walk.places(told).contains("event_FamilyHadTime")).isNotEqualTo(acts);
      assertThat(referrals.of(told.barrier())).hasSize(acts ? 0 : 1);
    }
    assertThat(incidents()).isZero();
  }

  /** The owner moves on while somebody above decides. */
  @Test
  void shouldKeepOneWayWhereTheOwnerActsWhileTheTeamStepsIn() {
    tell();
    time.awaitQuiet();
    time.advanceTo(walk.barrier(all.getFirst()).due().plusSeconds(5));

    CaseWalk.sideBySide(
        each(
            told -> {
              long choice = walk.awaitTask(told, "userTask_ChooseHelp");
              long above = walk.awaitTask(told, "userTask_StepIn");
              CaseWalk.atOnce(
                  () -> choose(told, choice, told.coordinator(), "CARRIES"),
                  () -> submit(told, above, told.team().id(), Map.of("decision", "TAKE_ON")));
            }));

    time.awaitQuiet();
    for (Told told : all) {
      assertThat(walk.tasks(told, "userTask_StepIn")).isEmpty();
      assertThat(walk.barrier(told).level()).isZero();
      assertThat(walk.barrier(told).due()).isAfter(time.now());
      assertThat(walk.places(told)).containsAnyOf("userTask_ChooseHelp", "event_FamilyHadTime");
    }
    assertThat(incidents()).isZero();
  }

  private void tell() {
    Stream.generate(() -> walk.tell(BarrierCode.B_FOOD)).limit(TIMES).forEach(all::add);
  }

  private void partnerSays(Told told) {
    try {
      walk.partnerSays(told, PartnerAnswer.DONE);
    } catch (ReferralRefused refused) {
      late.add(refused.getMessage());
    }
  }

  private void choose(Told told, long task, UserId by, String choice) {
    submit(told, task, by, walk.choice(told, choice));
  }

  private void submit(Told told, long task, UserId by, Map<String, Object> data) {
    try {
      submissions.submit(task, by, data);
    } catch (TaskAlreadyDone e) {
      late.add(String.valueOf(e.saved().data().get("choice")));
    } catch (InvalidSubmission e) {
      late.add(String.join(" ", e.errors().values()));
    }
  }

  private int incidents() {
    return jdbc.sql(
            """
            select count(*) from engine.incident n
            join engine.process_instance i on i.key = n.process_instance_key
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = any(?)
            """)
        .param(all.stream().map(Told::barrier).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  private Runnable[] each(Consumer<Told> act) {
    return all.stream().map(told -> (Runnable) () -> act.accept(told)).toArray(Runnable[]::new);
  }
}
