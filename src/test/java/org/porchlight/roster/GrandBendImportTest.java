package org.porchlight.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.Cases;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.RunReport;
import org.porchlight.roster.imports.Counts;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.visits.VisitorRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Ed-Fi sample district, whole. */
@PorchlightTest
class GrandBendImportTest {

  @Autowired Districts districts;
  @Autowired Imports imports;
  @Autowired AttendanceRates rates;
  @Autowired IdentificationRuns runs;
  @Autowired Proposals proposals;
  @Autowired Families families;
  @Autowired Schools schools;
  @Autowired Cases cases;
  @Autowired CaseWalk walk;
  @Autowired TestCases testCases;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldImportTheSampleDistrictTwiceWithTheKnownFigures() throws IOException {
    Path folder = sample();
    DistrictId district = districts.add("Grand Bend", ZoneId.of("America/New_York"), "CT");
    Actor by =
        new Actor(
            UserId.random(),
            "a",
            "A",
            district,
            true,
            Set.of(),
            Set.of(Role.ADMINISTRATOR),
            Set.of());

    ImportView checked = imports.upload(by, district, "edfi-xml", false, files(folder));

    assertThat(checked.refusal()).isNull();
    assertThat(checked.counts()).containsEntry("students", new Counts(960, 960, 0, 0, 0, 0));
    assertThat(checked.counts()).containsEntry("contacts", new Counts(1873, 1873, 0, 0, 0, 0));
    assertThat(checked.counts()).containsEntry("contactLinks", new Counts(1872, 1872, 0, 0, 0, 0));
    assertThat(checked.counts())
        .containsEntry("attendanceEvents", new Counts(1917, 1917, 0, 0, 0, 0));
    assertThat(checked.warnings())
        .contains(
            new ImportWarning("imports.warning.noEnrollmentNorEvent", List.of("733")),
            new ImportWarning("imports.warning.daysFrom.terms", List.of("3", "169", "0–2")),
            new ImportWarning("imports.warning.phonesInvalid", List.of("2202")));
    assertThat(count("student", district)).isZero();

    imports.apply(by, checked.id(), false);

    assertThat(count("student", district)).isEqualTo(960);
    assertThat(count("family", district)).isEqualTo(960);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from roster.phone p join roster.contact c on c.id = p.contact_id
                    where c.district_id = ? and p.e164 is null and not p.textable
                    """)
                .param(district.value())
                .query(Long.class)
                .single())
        .isEqualTo(2202);
    assertThat(rates.latestDate(district)).contains(LocalDate.of(2022, 5, 27));
    List<AttendanceRate> found = rates.ofDistrict(district, LocalDate.of(2022, 5, 27));
    assertThat(found).hasSize(227).allMatch(rate -> rate.enrolledDays() == 169);
    assertThat(found).filteredOn(rate -> rate.band() == Band.MODERATE_CHRONIC).hasSize(44);
    assertThat(found).noneMatch(rate -> rate.band() == Band.SEVERE_CHRONIC);

    ImportView again = imports.upload(by, district, "edfi-xml", false, files(folder));
    assertThat(again.counts().values())
        .allMatch(of -> of.created() + of.changed() + of.removed() + of.quarantined() == 0);
    imports.apply(by, again.id(), false);
    assertThat(count("family", district)).isEqualTo(960);
    assertThat(count("contact", district)).isEqualTo(1873);
  }

  /** The sample gives neither a home language nor a valid phone number: nothing is guessed. */
  @Test
  void shouldProposeTheFamiliesOfTheChronicallyAbsentWhomOnlyACallReaches() throws IOException {
    DistrictId district = districts.add("Grand Bend", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);
    imports.apply(
        admin, imports.upload(admin, district, "edfi-xml", false, files(sample())).id(), false);

    RunReport run = runs.run(district, null, coordinator.id());

    assertThat(run.asOf()).isEqualTo(LocalDate.of(2022, 5, 27));
    assertThat(run.chronicStudents()).isEqualTo(44);
    assertThat(run.proposed()).isEqualTo(44);
    List<ProposedFamily> proposed = proposals.ranked(coordinator);
    assertThat(proposed).hasSize(44);
    assertThat(proposed)
        .allSatisfy(
            one ->
                assertThat(families.find(one.family()).orElseThrow().contacts())
                    .allMatch(contact -> contact.writtenLanguage() == null)
                    .allMatch(contact -> contact.textable().isEmpty()));

    proposals.accept(proposed.getFirst().id(), coordinator);
    FamilyId family = proposed.getFirst().family();
    SchoolId school = schools.ofDistrict(district).getFirst().id();
    Opened opened =
        new Opened(
            cases.openCaseOf(family).orElseThrow().id(),
            family,
            coordinator,
            testCases.visitor(district, school, VisitorRole.TEACHER, "Ana"),
            testCases.visitor(district, school, VisitorRole.COMMUNITY_PARTNER, "Jo"));
    walk.complete(opened, "userTask_RepairContact", Map.of("result", "NEITHER"));
    assertThatThrownBy(() -> walk.plan(opened, "TEXT"))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            refused ->
                assertThat(refused.errors())
                    .hasEntrySatisfying(
                        "channel", message -> assertThat(message).contains("choose a call")));
    walk.planAndAccept(opened, "CALL");
    assertThat(walk.awaitTask(opened.id(), "userTask_ContactFamily")).isPositive();
  }

  private static Path sample() {
    Path folder =
        Path.of(System.getProperty("porchlight.sample-data", "absent"), "edfi-xml-grandbend-ds5.2");
    assumeTrue(Files.isDirectory(folder), "The Ed-Fi sample files are not here");
    return folder;
  }

  private long count(String table, DistrictId district) {
    return jdbc.sql("select count(*) from roster." + table + " where district_id = ?")
        .param(UUID.fromString(district.toString()))
        .query(Long.class)
        .single();
  }

  private static List<Imports.Upload> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
          .sorted()
          .map(
              file ->
                  new Imports.Upload(file.getFileName().toString(), new FileSystemResource(file)))
          .toList();
    }
  }
}
