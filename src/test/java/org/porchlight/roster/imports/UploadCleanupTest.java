package org.porchlight.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.roster.imports.ImportView.State;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorchlightTest
class UploadCleanupTest {

  @Autowired Districts districts;
  @Autowired Imports imports;
  @Autowired Uploads uploads;
  @Autowired Storing storing;
  @Autowired ImportSettings settings;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private void cleanUpAfter(int days) {
    cleanerAfter(Duration.ofDays(days)).run();
  }

  private UploadCleanup cleanerAfter(Duration passed) {
    return new UploadCleanup(jdbc, uploads, storing, settings, Clock.offset(clock, passed));
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
    assertThat(
            jdbc.sql("select actor from access.bulk_read where subject = ?")
                .param(found.id())
                .query(UUID.class)
                .list())
        .containsExactly(admin.id().value(), admin.id().value());
    assertThat(imports.find(admin, found.id()).filesDeleted()).isTrue();
    assertThat(imports.find(admin, found.id()).counts()).isNotEmpty();
  }

  /** As a crash leaves it: stored and known, never read to the end. */
  @Test
  void shouldShowAnImportThatWasCutOffAsInterruptedAndDeleteItsFiles() throws IOException {
    DistrictId district = districts.add("District", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);
    UUID cut = received(district);

    cleanerAfter(Duration.ZERO).clearInterrupted();
    assertThat(imports.find(admin, cut).state()).isEqualTo(State.RECEIVED);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id from roster.import where id = ? for update")
              .param(cut)
              .query(UUID.class)
              .single();
          CompletableFuture.runAsync(() -> cleanerAfter(Duration.ofHours(1)).clearInterrupted())
              .join();
        });
    assertThat(imports.find(admin, cut).state()).as("is being read").isEqualTo(State.RECEIVED);
    assertThat(uploads.kept(cut)).isTrue();

    cleanerAfter(Duration.ofMinutes(2)).clearInterrupted();
    assertThat(imports.find(admin, cut).state()).isEqualTo(State.INTERRUPTED);
    assertThat(uploads.kept(cut)).isFalse();
    assertThatThrownBy(() -> imports.apply(admin, cut, false)).isInstanceOf(ImportProblem.class);
  }

  private UUID received(DistrictId district) throws IOException {
    UUID id = UUID.randomUUID();
    uploads.store(id, 1, new ByteArrayInputStream(new byte[] {1, 2, 3}));
    jdbc.sql(
            """
            insert into roster.import (id, district_id, format, partial, state, created_at)
            values (?, ?, 'edfi-xml', false, 'RECEIVED', ?)
            """)
        .params(id, district.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }
}
