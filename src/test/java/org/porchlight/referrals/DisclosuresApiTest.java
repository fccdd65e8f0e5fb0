package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class DisclosuresApiTest {

  @LocalServerPort private int port;
  @Autowired private ReferralFixture fixture;
  @Autowired private TaskFixture tasks;
  @Autowired private TestPeople people;
  @Autowired private Referrals referrals;
  @Autowired private Clock clock;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldSayWhatWasSharedWithWhomAndUnderWhichBasis() throws Exception {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = fixture.consented(begun);
    referrals.send(referral, clock.instant().plus(Duration.ofDays(7)), clock.instant());

    HttpResponse<String> disclosures =
        get(begun.opened().caseId().value(), "disclosures", begun.coordinator());
    assertThat(disclosures.statusCode()).isEqualTo(200);
    assertThat(disclosures.body())
        .contains("\"kind\":\"SENT\"", "\"basis\":\"CONSENT\"", "\"interest\":\"REFERRAL\"")
        .contains("\"party\":\"Harbor Food Pantry, Harbor Neighbors\"")
        .contains("\"what\":[\"FIRST_NAME\",\"PHONE\",\"LANGUAGE\"]")
        .contains(referral.toString())
        .doesNotContain("Samira", "Nadia", "Haddad", "555");
    HttpResponse<String> all =
        get(begun.opened().caseId().value(), "referrals", begun.coordinator());
    assertThat(all.body())
        .contains("\"status\":\"REQUESTED\"", "\"way\":\"WITH_CONSENT\"")
        .doesNotContain("Samira", "Haddad");
  }

  @Test
  void shouldShowThemToNobodyElse() throws Exception {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID about = begun.opened().caseId().value();
    TaskFixture.Place elsewhere = tasks.place();
    Actor stranger = people.atSchool(elsewhere.district(), elsewhere.school(), Role.COORDINATOR);
    TaskFixture.Place place = begun.opened().place();
    Actor visitor = people.atSchool(place.district(), place.school(), Role.VISITOR);

    assertThat(get(about, "disclosures", stranger).statusCode()).isIn(403, 404);
    assertThat(get(about, "disclosures", visitor).statusCode()).isIn(403, 404);
    assertThat(get(UUID.randomUUID(), "disclosures", begun.coordinator()).statusCode())
        .isEqualTo(404);
    HttpResponse<String> nobody =
        http.send(
            HttpRequest.newBuilder(at(about, "disclosures")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(UUID about, String what, Actor by) throws Exception {
    String account = by.username() + ":" + TestPeople.PASSWORD;
    return http.send(
        HttpRequest.newBuilder(at(about, what))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI at(UUID about, String what) {
    return URI.create("http://127.0.0.1:" + port + "/api/v1/cases/" + about + "/" + what);
  }
}
