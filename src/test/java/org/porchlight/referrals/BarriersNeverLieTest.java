package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.Answer;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.ReferralRefused;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I5: partners, owners and families do as they like, and at no moment of rest is an open barrier
 * without an owner and a due date, or past it without a task for somebody above. {@code
 * -Dporchlight.barriers=8} is a small run, {@code -Dporchlight.barriers=200
 * -Dporchlight.barrier-days=182} the whole of it.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE - 2)
@EnabledIfSystemProperty(named = "porchlight.barriers", matches = "\\d+")
class BarriersNeverLieTest {

  private static final int BARRIERS = Integer.getInteger("porchlight.barriers", 8);
  private static final int DAYS = Integer.getInteger("porchlight.barrier-days", 14);
  private static final int OF_ONE_CASE = 4;
  private static final List<LocalTime> HOURS = List.of(LocalTime.of(10, 0), LocalTime.of(16, 0));
  private static final List<BarrierCode> CODES =
      List.of(
          BarrierCode.B_FOOD,
          BarrierCode.B_HOMELESS,
          BarrierCode.N_BULLYING,
          BarrierCode.B_DEVICE_INTERNET);

  @Autowired HelpWalk walk;
  @Autowired CaseWalk cases;
  @Autowired TestCases testCases;
  @Autowired Referrals referrals;
  @Autowired Submissions submissions;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final Random random = new Random(42);
  private final Map<UUID, Double> diligence = new HashMap<>();
  private final TreeMap<String, Integer> seen = new TreeMap<>();
  private int rests;

  @Test
  void shouldNeverLeaveABarrierLying() throws IOException {
    List<Told> all = tell();
    LocalDate last = today().plusDays(DAYS);
    Instant begun = Instant.now();
    while (today().isBefore(last)) {
      all.forEach(this::live);
      time.awaitQuiet();
      all.forEach(this::check);
      rests++;
      time.advanceBy(untilNext());
      all.forEach(this::check);
    }
    report(all, Duration.between(begun, Instant.now()));
    all.stream().map(Told::about).distinct().forEach(cases::leave);
  }

  private List<Told> tell() {
    List<Told> all = new ArrayList<>();
    Opened about = null;
    for (int i = 0; i < BARRIERS; i++) {
      if (about == null || i % OF_ONE_CASE == 0) {
        about = testCases.open();
      }
      Told told = walk.tell(about, CODES.get(i % OF_ONE_CASE));
      diligence.put(told.barrier(), i % 5 == 0 ? 0.0 : random.nextDouble(0.05, 0.8));
      all.add(told);
    }
    time.awaitQuiet();
    return all;
  }

  private LocalDate today() {
    return time.now().atZone(HelpWalk.ZONE).toLocalDate();
  }

  private Duration untilNext() {
    ZonedDateTime now = time.now().atZone(HelpWalk.ZONE);
    for (LocalTime hour : HOURS) {
      if (now.toLocalTime().isBefore(hour)) {
        return Duration.between(now, now.with(hour));
      }
    }
    return Duration.between(now, now.toLocalDate().plusDays(1).atTime(10, 0).atZone(HelpWalk.ZONE));
  }

  /** The invariant. */
  private void check(Told told) {
    Barrier barrier = walk.barrier(told);
    if (!barrier.open()) {
      return;
    }
    assertThat(barrier.owner().text()).isNotBlank();
    if (barrier.due().isBefore(time.now().minusSeconds(5))) {
      assertThat(walk.tasks(told, "userTask_StepIn"))
          .as(
              "%s, level %d, due %s, now %s: somebody above has a task; it stands at %s",
              told.barrier(), barrier.level(), barrier.due(), time.now(), walk.places(told))
          .isNotEmpty();
    }
    seen.merge("level " + Math.min(4, barrier.level()), 1, Integer::sum);
  }

  private void live(Told told) {
    if (!walk.barrier(told).open() || random.nextDouble() > 0.7) {
      return;
    }
    if (random.nextDouble() < 0.002) {
      cases.leave(told.about());
      return;
    }
    List<String> places = walk.places(told);
    boolean diligent = random.nextDouble() < diligence.get(told.barrier());
    if (places.contains("userTask_StepIn") && random.nextDouble() < 0.15) {
      stepIn(told);
    } else if (places.contains("gateway_AwaitPartner")) {
      partner(told);
    } else if (places.contains("gateway_AwaitWord")) {
      family(told);
    } else if (diligent) {
      owner(told, places);
    }
  }

  private void owner(Told told, List<String> places) {
    if (places.contains("userTask_ChooseHelp")) {
      act(
          told,
          "userTask_ChooseHelp",
          walk.choice(
              told,
              oneOf("RESOURCE", "RESOURCE", "CARRIES", "ACTION", "ASK", "GIVEN", "NOT_NEEDED")));
    } else if (places.contains("userTask_RecordConsent")) {
      String answer = oneOf("GIVEN", "GIVEN", "CARRIES", "REFUSED");
      seen.merge("consent " + answer, 1, Integer::sum);
      walk.consent(told, answer);
    } else if (places.contains("userTask_SchoolAction")) {
      act(
          told,
          "userTask_SchoolAction",
          Map.of("outcome", oneOf("DONE", "DONE", "CANNOT"), "done", "Saw to it"));
    } else if (places.contains("userTask_AskByPhone")) {
      act(
          told,
          "userTask_AskByPhone",
          Map.of("helped", oneOf("YES", "PARTLY", "NO", "NOT_REACHED")));
    }
  }

  private void stepIn(Told told) {
    act(
        told,
        "userTask_StepIn",
        switch (oneOf("HAND_BACK", "TAKE_ON", "ASK", "CLOSE")) {
          case "CLOSE" ->
              Map.of("decision", "CLOSE", "reason", "NO_RESOURCE", "words", "Nothing there");
          case "ASK" -> Map.of("decision", "NEXT_STEP", "step", "ASK");
          case "TAKE_ON" -> Map.of("decision", "TAKE_ON");
          default -> Map.of("decision", "HAND_BACK");
        });
  }

  private void partner(Told told) {
    double dice = random.nextDouble();
    if (dice < 0.03) {
      referrals.cancel(walk.referral(told).id(), CancelReason.CONSENT_WITHDRAWN, null, time.now());
      seen.merge("consent withdrawn", 1, Integer::sum);
    } else if (dice < 0.4) {
      PartnerAnswer answer = PartnerAnswer.values()[random.nextInt(PartnerAnswer.values().length)];
      try {
        walk.partnerSays(told, answer);
        seen.merge("partner " + answer, 1, Integer::sum);
      } catch (ReferralRefused refused) {
        seen.merge("partner refused", 1, Integer::sum);
      }
    }
  }

  private void family(Told told) {
    if (random.nextDouble() < 0.3) {
      walk.familyAnswers(told, oneOf(Answer.YES, Answer.SECOND, Answer.NO, Answer.CALL_ME));
      seen.merge("family answered", 1, Integer::sum);
    }
  }

  private void act(Told told, String element, Map<String, Object> data) {
    long task = walk.awaitTask(told, element);
    try {
      submissions.submit(task, told.coordinator(), data);
    } catch (InvalidSubmission notAmongTheBest) {
      Map<String, Object> searched = new HashMap<>(data);
      searched.put("other", searched.remove("resource"));
      submissions.submit(task, told.coordinator(), searched);
    }
    seen.merge("form " + element, 1, Integer::sum);
  }

  @SafeVarargs
  private <T> T oneOf(T... all) {
    return all[random.nextInt(all.length)];
  }

  private void report(List<Told> all, Duration took) throws IOException {
    TreeMap<String, Integer> ends = new TreeMap<>();
    all.forEach(told -> ends.merge(String.valueOf(walk.barrier(told).end()), 1, Integer::sum));
    String text =
        "%d barriers, %d days, %d moments of rest, %d s\n\nends: %s\n\nseen: %s\n"
            .formatted(all.size(), DAYS, rests, took.toSeconds(), ends, seen);
    System.out.println(text);
    Files.writeString(TestServers.buildFolder().resolve("barriers-never-lie.md"), text);
  }
}
