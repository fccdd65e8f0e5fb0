package org.porchlight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

@PorchlightTest
class ImportsApiTest {

  @LocalServerPort private int port;
  @Autowired private Districts districts;
  @Autowired private TestPeople people;

  @Test
  void shouldTakeTheAccountsOwnDistrictWhereNoneIsSaid() {
    DistrictId district = districts.add("Own", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add("format", "edfi-xml");
    form.add(
        "file",
        new ByteArrayResource(
            "<InterchangeStudent xmlns=\"http://ed-fi.org/5.2.0\"/>"
                .getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return "Student.xml";
          }
        });

    String answer =
        RestClient.create("http://127.0.0.1:" + port)
            .post()
            .uri("/api/v1/imports")
            .headers(headers -> headers.setBasicAuth(admin.username(), TestPeople.PASSWORD))
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .body(form)
            .retrieve()
            .body(String.class);

    assertThat(answer).contains("\"district\":\"" + district.value() + "\"");
  }
}
