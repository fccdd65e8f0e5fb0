package org.porchlight.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@PorchlightTest
class AccessTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private Users users;
  @Autowired private FileGate gate;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final HttpClient http = HttpClient.newHttpClient();
  private final DistrictId district = DistrictId.random();
  private final SchoolId school = SchoolId.random();
  private final FamilyId family = FamilyId.random();

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void shouldKeepAUserAsAdded() {
    Actor added = people.atSchool(district, school, Role.COORDINATOR, Role.TEAM);

    assertThat(users.named(added.username().toUpperCase(java.util.Locale.ROOT))).contains(added);
    assertThat(added.schools()).containsExactly(school);
    assertThat(added.roles()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.TEAM);
    assertThat(users.ofDistrict(district)).containsExactly(added);
  }

  @Test
  void shouldRefuseATakenUserName() {
    Actor added = people.atSchool(district, school, Role.TEAM);
    NewUser again =
        new NewUser(
            added.username(),
            "long enough",
            "B",
            district,
            false,
            Set.of(),
            Set.of(Role.TEAM),
            Set.of());

    assertThatThrownBy(() -> users.add(again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
  }

  @Test
  void shouldRecordEachOpenedFileOnce() {
    signIn(people.atSchool(district, school, Role.TEAM));

    gate.open(new FamilyFile(family, district, Set.of(school)), Channel.PAGE);

    assertThat(outcomes()).containsExactly("OPENED");
  }

  @Test
  void shouldKeepTheRecordOfADenialWhenTheCallerRollsBack() {
    signIn(people.atSchool(district, SchoolId.random(), Role.TEAM));
    FamilyFile file = new FamilyFile(family, district, Set.of(school));

    assertThatThrownBy(
            () -> transaction.executeWithoutResult(status -> gate.open(file, Channel.API)))
        .isInstanceOf(AccessDeniedException.class);

    assertThat(outcomes()).containsExactly("DENIED");
  }

  @Test
  void shouldRefuseToChangeTheRecord() {
    signIn(people.atSchool(district, school, Role.TEAM));
    gate.open(new FamilyFile(family, district, Set.of(school)), Channel.EXPORT);

    assertThatThrownBy(() -> jdbc.sql("delete from access.audit").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("update access.audit set actor = family").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("truncate access.audit").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void shouldAskForSignInOnPagesAndForAPasswordOnTheApi() throws Exception {
    assertThat(get("/work", null).headers().firstValue("location").orElseThrow())
        .endsWith("/sign-in");
    HttpResponse<String> api = get("/api/v1/tasks", null);
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(api.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void shouldDenyWhatNoRuleNames() throws Exception {
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);

    assertThat(get("/api/v1/nothing-here", admin).statusCode()).isEqualTo(403);
    assertThat(get("/actuator/env", null).statusCode()).isEqualTo(302);
  }

  @Test
  void shouldDenyThePathsOfOtherRoles() throws Exception {
    Actor visitor = people.atSchool(district, school, Role.VISITOR);

    HttpResponse<String> answer = get("/api/v1/imports", visitor);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("ask an administrator");
  }

  @Test
  void shouldSendTheHeadersThatKeepPagesSafe() throws Exception {
    HttpResponse<String> page = get("/sign-in", null);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
    assertThat(page.headers().firstValue("referrer-policy")).contains("same-origin");
    assertThat(page.headers().firstValue("permissions-policy")).isPresent();
  }

  private static void signIn(Actor actor) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(actor.username(), "", "ROLE_TEAM"));
  }

  private java.util.List<String> outcomes() {
    return jdbc.sql("select outcome from access.audit where family = ?")
        .param(family.value())
        .query(String.class)
        .list();
  }

  private HttpResponse<String> get(String path, Actor actor)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (actor != null) {
      String account = actor.username() + ":" + TestPeople.PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
