package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwilioSignatureTest {

  private static final Map<String, List<String>> FORM =
      Map.of(
          "Digits", List.of("1234"),
          "CallSid", List.of("CA1234567890ABCDE"),
          "To", List.of("+18005551212"),
          "Caller", List.of("+14158675309"),
          "From", List.of("+14158675309"));

  private final TwilioSignature signature = new TwilioSignature("12345");

  @Test
  void shouldAcceptTheFormThatWasSignedAndNoOther() {
    String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    assertThat(signature.validForm(url, FORM, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")).isTrue();
    assertThat(signature.validForm(url, FORM, "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")).isFalse();
    assertThat(signature.validForm(url, FORM, "")).isFalse();
    Map<String, List<String>> more = new TreeMap<>(FORM);
    more.put("Added", List.of("x"));
    assertThat(signature.validForm(url, more, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")).isFalse();
  }

  @Test
  void shouldAgreeWithThePublishedVectors() throws Exception {
    Path vectors =
        Path.of(
            System.getProperty("porchlight.sample-data", "../shared/data"),
            "twilio-signature-vectors/vectors.json");
    assumeTrue(Files.exists(vectors), "no sample data at " + vectors);

    for (JsonNode vector : JsonMapper.shared().readTree(vectors.toFile())) {
      TwilioSignature checked = new TwilioSignature(vector.get("authToken").asString());
      String url = vector.get("url").asString();
      String given = vector.get("signature").asString();
      boolean valid;
      if (vector.get("body").isNull()) {
        Map<String, List<String>> form = new TreeMap<>();
        vector
            .get("params")
            .properties()
            .forEach(p -> form.put(p.getKey(), List.of(p.getValue().asString())));
        valid = checked.validForm(url, form, given);
      } else {
        valid = checked.validBody(url, vector.get("body").asString(), given);
      }
      assertThat(valid)
          .as(vector.get("name").asString())
          .isEqualTo(vector.get("valid").asBoolean());
    }
  }
}
