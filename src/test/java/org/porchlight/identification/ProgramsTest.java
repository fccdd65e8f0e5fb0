package org.porchlight.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.ProgramSettings.Cadence;
import org.porchlight.identification.internal.TestSettings;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

@PorchlightTest
class ProgramsTest {

  @Autowired Programs programs;
  @Autowired Town town;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private DistrictId district;
  private Actor administrator;
  private Actor coordinator;

  @BeforeEach
  void makeTown() {
    district = town.district();
    administrator = people.districtWide(district, Role.ADMINISTRATOR);
    coordinator = people.districtWide(district, Role.COORDINATOR);
  }

  @Test
  void shouldKeepEveryVersionWithWhoAndWhat() {
    ProgramSettings first = programs.change(district, cadence(5), administrator);
    programs.change(district, cadence(7).as(first.version()), administrator);

    assertThat(programs.current(district).cadence().visitToCallSchoolDays()).isEqualTo(7);
    assertThat(programs.at(district, 1).cadence().visitToCallSchoolDays()).isEqualTo(5);
    assertThat(programs.at(district, 0)).isEqualTo(ProgramSettings.defaults());
    Programs.Change newest = programs.history(district).getFirst();
    assertThat(newest.version()).isEqualTo(2);
    assertThat(newest.by()).isEqualTo(administrator.id());
    assertThat(newest.fields())
        .containsExactly(new Programs.Field("cadence.visitToCallSchoolDays", "5", "7"));
  }

  @Test
  void shouldMakeNoVersionOfNothing() {
    ProgramSettings first = programs.change(district, cadence(5), administrator);

    assertThat(programs.change(district, first, administrator).version()).isEqualTo(1);
  }

  @Test
  void shouldRefuseAChangeOnAnOldVersion() {
    programs.change(district, cadence(5), administrator);

    assertThatThrownBy(() -> programs.change(district, cadence(7), administrator))
        .isInstanceOfSatisfying(
            SettingsRefused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(SettingsRefused.Problem::field)
                    .containsExactly("version"));
  }

  @Test
  void shouldLetOnlyAnAdministratorOfTheDistrictChange() {
    Actor elsewhere = people.districtWide(town.district(), Role.ADMINISTRATOR);

    for (Actor other : List.of(coordinator, elsewhere)) {
      assertThatThrownBy(() -> programs.change(district, cadence(5), other))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void shouldChangeWhatIsNamedByApiAndRefuseTheRest() throws Exception {
    HttpResponse<String> changed =
        patch("{\"version\":0,\"cadence\":{\"callToCallDays\":21}}", administrator);

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(programs.current(district).cadence()).isEqualTo(new Cadence(3, 21, 30));
    for (String cornerstone :
        List.of(
            "{\"version\":1,\"consentNeeded\":false}",
            "{\"version\":1,\"attempts\":{\"visitors\":1}}",
            "{\"version\":1,\"trainingNeeded\":false}",
            "{\"version\":1,\"acceptByItself\":true}")) {
      HttpResponse<String> refused = patch(cornerstone, administrator);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("There is no such setting");
    }
    assertThat(patch("{\"version\":1,\"weeklyCapacity\":\"many\"}", administrator).body())
        .contains("whole number");
    assertThat(patch("{\"version\":1,\"weeklyCapacity\":9}", coordinator).statusCode())
        .isEqualTo(403);
    assertThat(programs.current(district).version()).isEqualTo(1);
  }

  @Test
  void shouldShowTheSettingsAndChangeThem() {
    town.family(district, "severe", "elm", "es", 12);
    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(administrator.username(), TestPeople.PASSWORD);
      surfer.open("/programs");
      surfer.look("program");
      assertThat(surfer.page().content()).contains("elm school: 1 of 1 students (100 %)");

      surfer.page().getByLabel("Days from visit to visit").fill("900");
      surfer.page().getByText("Save as the next version").click();
      surfer.page().getByText("Choose a number from 7 to 180").first().waitFor();
      surfer.look("program-refused");

      surfer.page().getByLabel("Days from visit to visit").fill("45");
      surfer.page().getByText("Save as the next version").click();
      surfer.page().getByText("from “30” to “45”").waitFor();
      surfer.look("program-changed");
    }
    assertThat(programs.current(district).cadence().visitToVisitDays()).isEqualTo(45);
    assertThat(programs.current(district).summer()).isEqualTo(ProgramSettings.defaults().summer());
  }

  @Test
  void shouldShowTheSettingsToACoordinatorWithoutAWayToSave() {
    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(coordinator.username(), TestPeople.PASSWORD);
      assertThat(surfer.open("/programs")).isEqualTo(200);
      assertThat(surfer.page().content()).doesNotContain("Save as the next version");
    }
  }

  private HttpResponse<String> patch(String body, Actor by)
      throws IOException, InterruptedException {
    String password = by.username() + ":" + TestPeople.PASSWORD;
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/programs/current"))
            .header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(password.getBytes()))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static ProgramSettings cadence(int visitToCall) {
    return TestSettings.with(new Cadence(visitToCall, 14, 30));
  }
}
