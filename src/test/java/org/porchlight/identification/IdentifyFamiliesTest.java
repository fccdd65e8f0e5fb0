package org.porchlight.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.identification.internal.TestSettings;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The daily look, on the real broker with the controlled clock. Early in a run: its districts are
 * in the school year in which the clock begins.
 */
@PorchlightTest
@Order(1)
class IdentifyFamiliesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Programs programs;
  @Autowired IdentificationRuns runs;
  @Autowired Proposals proposals;
  @Autowired Town town;
  @Autowired TestPeople people;
  @Autowired ProcessClock time;
  @Autowired ProcessEngine engine;
  @Autowired CamundaClient client;
  @Autowired JdbcClient jdbc;

  private DistrictId district;
  private FamilyId severe;

  @BeforeEach
  void makeTown() {
    district = town.district();
    severe = town.family(district, "severe", "elm", "es", 12);
    town.family(district, "siblings", "elm", "en", 5, 4);
  }

  @Test
  void shouldLookOnTheNextSchoolDayAndLeaveOldAttendanceAlone() {
    // given one district that reports its attendance, and one that has stopped to
    town.present(district, "severe", "elm", today());
    DistrictId silent = town.district();
    town.family(silent, "severe", "elm", "es", 12);
    for (DistrictId each : List.of(district, silent)) {
      programs.set(each, TestSettings.with(true, 1));
      awaitPlaces(each, List.of("gateway_AwaitLook"));
    }

    // when the next school day comes
    time.advanceTo(nextSchoolDay().atTime(12, 0).atZone(ZONE).toInstant());

    // then
    RunReport report = runs.latest(district).orElseThrow();
    assertThat(report.waiting()).isEqualTo(1);
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);
    assertThat(proposals.ranked(coordinator))
        .extracting(ProposedFamily::family)
        .containsExactly(severe);
    assertThat(runs.latest(silent).orElseThrow().paused()).isEqualTo(1);
    assertThat(runs.latest(silent).orElseThrow().proposed()).isZero();
    awaitPlaces(district, List.of("gateway_AwaitLook"));

    stop(district);
    stop(silent);
  }

  @Test
  void shouldStopAndStartAsTheSettingsSay() {
    programs.set(district, TestSettings.with(true));
    awaitPlaces(district, List.of("gateway_AwaitLook"));

    stop(district);
    programs.set(district, TestSettings.with(true).as(2));

    awaitPlaces(district, List.of("gateway_AwaitLook"));
    assertThat(run()).isEqualTo(2);
    stop(district);
  }

  @Test
  void shouldPlanAgainWhenTheSettingsChange() {
    programs.set(district, TestSettings.with(true));
    awaitPlaces(district, List.of("gateway_AwaitLook"));

    programs.set(district, TestSettings.with(true, 7).as(1));

    await()
        .atMost(PATIENCE)
        .until(() -> states("identification.programChanged").equals(List.of("CONFIRMED")));
    awaitPlaces(district, List.of("gateway_AwaitLook"));
    stop(district);
  }

  @Test
  void shouldEndASecondInstanceOfOneRun() {
    programs.set(district, TestSettings.with(true));
    awaitPlaces(district, List.of("gateway_AwaitLook"));

    engine.publish(
        new ProcessMessage(
            "identification.programStarted",
            district + ":1:again",
            district + ":1:again",
            Duration.ofDays(1),
            district.value(),
            Map.of("districtId", district.toString(), "run", 1, "scheduleKey", district + ":1")));

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                states("identification.programStarted").equals(List.of("CONFIRMED", "CONFIRMED")));
    time.awaitQuiet();
    assertThat(places(district)).containsExactly("gateway_AwaitLook");
    stop(district);
  }

  @Test
  void shouldStartAgainWhenSomebodyCancelledIt() {
    programs.set(district, TestSettings.with(true));
    awaitPlaces(district, List.of("gateway_AwaitLook"));
    long root =
        jdbc.sql("select root_key from engine.process_root where subject = ?")
            .param(district.value())
            .query(Long.class)
            .single();

    client.newCancelInstanceCommand(root).send().join();

    await().atMost(PATIENCE).until(() -> run() == 2);
    awaitPlaces(district, List.of("gateway_AwaitLook"));
    stop(district);
  }

  /** So that no timer of this district stands in the way of later tests. */
  private void stop(DistrictId which) {
    programs.set(which, TestSettings.with(false).as(programs.current(which).version()));
    awaitPlaces(which, List.of());
  }

  private void awaitPlaces(DistrictId which, List<String> expected) {
    await().atMost(PATIENCE).until(() -> places(which).equals(expected));
  }

  private List<String> places(DistrictId which) {
    return jdbc.sql("select element_id from engine.place where subject = ?")
        .param(which.value())
        .query(String.class)
        .list();
  }

  private List<String> states(String message) {
    return jdbc.sql("select state from engine.command where subject = ? and name = ?")
        .params(district.value(), message)
        .query(String.class)
        .list();
  }

  private int run() {
    return jdbc.sql("select run from identification.schedule where district = ?")
        .param(district.value())
        .query(Integer.class)
        .single();
  }

  private LocalDate today() {
    return time.now().atZone(ZONE).toLocalDate();
  }

  private LocalDate nextSchoolDay() {
    LocalDate day = today().plusDays(1);
    while (day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
      day = day.plusDays(1);
    }
    return day;
  }
}
