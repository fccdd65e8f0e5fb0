package org.porchlight.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class TasksApiTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;

  private final HttpClient http = HttpClient.newHttpClient();
  private TaskFixture.Opened family;
  private Actor first;
  private Actor second;
  private long task;

  @BeforeEach
  void openATask() {
    TaskFixture.Place place = fixture.place();
    family = fixture.family(place, "Lina", "Haddad", "ar");
    task = fixture.task(family, "userTask_PlanFirstContact", Duration.ofHours(-1));
    first = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    second = people.districtWide(place.district(), Role.COORDINATOR);
  }

  @Test
  void shouldListTheTasksOfTheOwnGroupsWithoutNames() throws Exception {
    fixture.task(fixture.family(fixture.place(), "A", "B", null), "userTask_X", Duration.ZERO);

    assertThat(get("/api/v1/tasks?tab=overdue", first).body())
        .contains("\"" + task + "\"")
        .contains(family.caseId().toString())
        .doesNotContain("userTask_X")
        .doesNotContain("Haddad");
    assertThat(get("/api/v1/tasks", second).body()).contains("\"" + task + "\"");
    assertThat(get("/api/v1/tasks?tab=mine", first).body()).isEqualTo("[]");
  }

  @Test
  void shouldLetTheFirstWhoClaimsKeepTheTask() throws Exception {
    assertThat(post("/claim", "", first).statusCode()).isEqualTo(204);
    assertThat(post("/claim", "", first).statusCode()).isEqualTo(204);
    assertThat(post("/claim", "", second).statusCode()).isEqualTo(409);
    assertThat(post("/complete", "{\"channel\":\"TEXT\"}", second).statusCode()).isEqualTo(409);
    assertThat(get("/api/v1/tasks?tab=mine", first).body()).contains("\"" + task + "\"");

    post("/release", "", second);
    assertThat(post("/claim", "", second).statusCode()).isEqualTo(409);
    post("/release", "", first);
    assertThat(post("/claim", "", second).statusCode()).isEqualTo(204);
  }

  @Test
  void shouldSaveOnceAndTellTheNextWhoIsLate() throws Exception {
    HttpResponse<String> invalid = post("/complete", "{\"note\":\"x\"}", first);
    assertThat(invalid.statusCode()).isEqualTo(422);
    assertThat(invalid.body()).contains("\"errors\"").contains("\"channel\"");

    assertThat(post("/complete", "{\"channel\":\"TEXT\"}", first).statusCode()).isEqualTo(200);
    HttpResponse<String> late = post("/complete", "{\"channel\":\"CALL\"}", second);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(fixture.saved(task).get("submitted_by")).isEqualTo(first.id().value());
    assertThat(get("/api/v1/tasks", first).body()).isEqualTo("[]");
  }

  @Test
  void shouldHideTasksOfOtherGroups() throws Exception {
    Actor outsider =
        people.atSchool(fixture.place().district(), fixture.place().school(), Role.TEAM);

    assertThat(post("/claim", "", outsider).statusCode()).isEqualTo(404);
    assertThat(post("/complete", "{\"channel\":\"TEXT\"}", outsider).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldOpenOneCaseThroughTheGate() throws Exception {
    Actor outsider =
        people.atSchool(family.place().district(), fixture.place().school(), Role.TEAM);

    HttpResponse<String> opened = get("/api/v1/cases/" + family.caseId(), first);
    HttpResponse<String> denied = get("/api/v1/cases/" + family.caseId(), outsider);

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("\"OPEN\"").contains("cases.opened");
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(fixture.auditRows(family.family(), "OPENED")).isEqualTo(1);
    assertThat(fixture.auditRows(family.family(), "DENIED")).isEqualTo(1);
    assertThat(get("/api/v1/cases", first).body()).contains(family.caseId().toString());
    assertThat(get("/api/v1/cases", outsider).body()).isEqualTo("[]");
  }

  private HttpResponse<String> get(String path, Actor actor) throws Exception {
    return http.send(request(path, actor).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String action, String json, Actor actor) throws Exception {
    return http.send(
        request("/api/v1/tasks/" + task + action, actor)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, Actor actor) {
    String account = actor.username() + ":" + TestPeople.PASSWORD;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
  }
}
