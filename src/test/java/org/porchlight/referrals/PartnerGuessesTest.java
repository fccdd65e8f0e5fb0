package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.BarrierCode;
import org.porchlight.embedded.mail.MailCatcher;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.partner.PartnerSettings;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each browser here has an address of its own, so that no other test shares its guesses. */
@PorchlightTest
class PartnerGuessesTest {

  private static final Pattern TOKEN = Pattern.compile("/partner/([A-Za-z0-9_-]{43})");
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)");

  @LocalServerPort private int port;
  @Autowired private ReferralFixture fixture;
  @Autowired private Referrals referrals;
  @Autowired private PartnerSettings settings;
  @Autowired private MailCatcher mail;
  @Autowired private Clock clock;

  @Test
  void shouldNotLookAtWhoHasTriedManyWrongLinks() throws Exception {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = fixture.consented(begun);
    referrals.send(referral, clock.instant().plus(Duration.ofDays(7)), clock.instant());
    String right = token(begun);
    Browser guesser = new Browser("127.0.0.77");
    Browser partner = new Browser("127.0.0.78");

    for (int i = 0; i < settings.wrongTokens(); i++) {
      String wrong = "%043d".formatted(i);
      assertThat(guesser.enter(wrong).statusCode()).isEqualTo(404);
    }
    HttpResponse<String> late = guesser.enter(right);

    // One answer for all, and the link is not spent by it.
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.headers().firstValue("set-cookie").orElse(""))
        .doesNotContain("porchlight-partner");
    HttpResponse<String> entered = partner.enter(right);
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(entered.headers().firstValue("location").orElseThrow())
        .endsWith("/partner/referral");
    assertThat(partner.enter(right).statusCode()).isEqualTo(404);
  }

  private String token(Begun begun) {
    String text =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    mail.all().stream()
                        .filter(each -> each.to().equals(begun.mailbox()))
                        .map(MailCatcher.Caught::text)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    return found(TOKEN, text);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  private final class Browser {
    private final HttpClient http;

    Browser(String address) throws Exception {
      http = HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
    }

    /** Opens the page of the link and presses its button. */
    HttpResponse<String> enter(String token) throws Exception {
      HttpResponse<String> door =
          http.send(
              HttpRequest.newBuilder(at("/partner/" + token)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(door.statusCode()).isEqualTo(200);
      String cookies =
          String.join(
              "; ",
              door.headers().allValues("set-cookie").stream()
                  .map(each -> each.substring(0, each.indexOf(';')))
                  .toList());
      String form =
          "token="
              + token
              + "&_csrf="
              + URLEncoder.encode(found(FORM_TOKEN, door.body()), StandardCharsets.UTF_8);
      return http.send(
          HttpRequest.newBuilder(at("/partner"))
              .header("Cookie", cookies)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }
  }
}
