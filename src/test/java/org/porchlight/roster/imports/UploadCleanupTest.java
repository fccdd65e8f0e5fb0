package org.porchlight.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class UploadCleanupTest {

  @Autowired Districts districts;
  @Autowired Imports imports;
  @Autowired Uploads uploads;
  @Autowired Storing storing;
  @Autowired ImportSettings settings;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private void cleanUpAfter(int days) {
    new UploadCleanup(jdbc, uploads, storing, settings, Clock.offset(clock, Duration.ofDays(days)))
        .run();
  }

  @Test
  void shouldDeleteUploadsAndValuesThirtyDaysAfterTheyWereApplied() {
    DistrictId district = districts.add("District", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);
    byte[] file =
        "student_id,school_id,date,status\ns1,1,2025-09-01,excused\n"
            .getBytes(StandardCharsets.UTF_8);
    ImportView found =
        imports.upload(
            admin,
            district,
            "attendance-csv",
            false,
            List.of(new Imports.Upload("f", new ByteArrayResource(file))));
    imports.apply(admin, found.id(), false);

    cleanUpAfter(29);
    assertThat(uploads.kept(found.id())).isTrue();
    assertThat(imports.quarantine(admin, found.id(), 10)).hasSize(1);

    cleanUpAfter(31);
    assertThat(uploads.kept(found.id())).isFalse();
    assertThat(imports.quarantine(admin, found.id(), 10)).isEmpty();
    assertThat(imports.find(admin, found.id()).filesDeleted()).isTrue();
    assertThat(imports.find(admin, found.id()).counts()).isNotEmpty();
  }
}
