package org.porchlight.embedded.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorchlightTest
class SimulatorApiTest {

  @LocalServerPort int port;
  @Autowired SimulatorSettings settings;
  @Autowired TestPhones phones;
  @Autowired SimulatedMessages messages;
  @Autowired WebApplicationContext context;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldSpeakTheShapesOfTheSpecification() throws Exception {
    Path file =
        Path.of(
            System.getProperty("porchlight.sample-data", "../shared/data"),
            "twilio-openapi/twilio_api_v2010.json.gz");
    assumeTrue(Files.exists(file), "no sample data at " + file);
    JsonNode specification;
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      specification = JsonMapper.shared().readTree(stream);
    }
    PhoneNumber phone = phones.number();

    JsonNode created = json(post("Messages.json", "To=" + encode(phone.e164()) + "&Body=Hello"));
    JsonNode list = json(get("Messages.json?To=" + encode(phone.e164())));
    JsonNode one = json(get("Messages/" + created.get("sid").asString() + ".json"));

    JsonNode message = specification.at("/components/schemas/api.v2010.account.message/properties");
    assertThat(created.propertyNames())
        .containsExactlyInAnyOrderElementsOf(message.propertyNames());
    assertThat(one.propertyNames()).containsExactlyInAnyOrderElementsOf(message.propertyNames());
    JsonNode page =
        specification.at(
            "/paths/~12010-04-01~1Accounts~1{AccountSid}~1Messages.json/get/responses/200/content/application~1json/schema/properties");
    assertThat(list.propertyNames()).containsExactlyInAnyOrderElementsOf(page.propertyNames());
    assertThat(list.get("messages").get(0).get("sid")).isEqualTo(created.get("sid"));
  }

  @Test
  void shouldRefuseWrongCredentialsAndCallsWithAWrongSignature() throws Exception {
    HttpResponse<String> stranger =
        http.send(
            HttpRequest.newBuilder(address("Messages.json"))
                .header("Authorization", "Basic bm86bm8=")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> forged =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/twilio/inbound"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "bm8=")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "MessageSid=SM1&From=%2B18605550100&Body=STOP"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(JsonMapper.shared().readTree(stranger.body()).get("code").asInt()).isEqualTo(20003);
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  void shouldBlockAPhoneAfterStop() throws Exception {
    PhoneNumber phone = phones.number();
    phones.write(phone, "STOP");

    HttpResponse<String> refused =
        post("Messages.json", "To=" + encode(phone.e164()) + "&Body=Hello");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).get("code").asInt()).isEqualTo(21610);
  }

  @Test
  void shouldShowAPhoneAndTakeItsAnswer() throws Exception {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
    PhoneNumber phone = phones.number();
    phones.acceptSilently(phone, "مرحبا <b>Ana</b>");
    String id = messages.phone(phone.e164()).id().toString();

    mvc.perform(MockMvcRequestBuilders.get("/phones"))
        .andExpect(MockMvcResultMatchers.status().isOk())
        .andExpect(
            MockMvcResultMatchers.content()
                .string(org.hamcrest.Matchers.containsString("/phones/" + id)));
    mvc.perform(MockMvcRequestBuilders.get("/phones/" + id))
        .andExpect(MockMvcResultMatchers.status().isOk())
        .andExpect(
            MockMvcResultMatchers.content()
                .string(
                    org.hamcrest.Matchers.allOf(
                        org.hamcrest.Matchers.containsString("مرحبا &lt;b&gt;Ana"),
                        org.hamcrest.Matchers.containsString("dir=\"auto\""))));
    mvc.perform(MockMvcRequestBuilders.post("/phones/" + id + "/replies").param("text", "Sí"))
        .andExpect(MockMvcResultMatchers.redirectedUrl("/phones/" + id + "#latest"));

    assertThat(phones.thread(phone).getLast().body()).isEqualTo("Sí");
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path))
            .header("Authorization", credentials())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path)).header("Authorization", credentials()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create(
        "http://127.0.0.1:%d/simulator/2010-04-01/Accounts/%s/%s"
            .formatted(port, settings.accountSid(), path));
  }

  private String credentials() {
    String both = settings.apiKey() + ":" + settings.apiSecret();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
