package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.referrals.ResourceDirectory.Search;
import org.porchlight.roster.Districts;
import org.porchlight.roster.ImportWarning;
import org.porchlight.roster.imports.Counts;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@PorchlightTest
class ResourceDirectoryTest {

  @Autowired Districts districts;
  @Autowired Imports imports;
  @Autowired ResourceDirectory directory;

  private DistrictId district;
  private Actor by;

  @BeforeEach
  void addDistrict() {
    district = districts.add("Harbor", ZoneId.of("America/New_York"), "CT");
    by =
        new Actor(
            UserId.random(),
            "a",
            "A",
            district,
            true,
            Set.of(),
            Set.of(Role.ADMINISTRATOR),
            Set.of());
  }

  @Test
  void shouldPutTheTablesOfADirectoryTogether() {
    ImportView checked = load("hsds-csv", DirectoryFiles.own(DirectoryFiles.OWN));

    assertThat(checked.counts()).containsEntry("hsds.services", new Counts(5, 4, 0, 0, 0, 1));
    assertThat(checked.counts()).containsEntry("hsds.phones", new Counts(3, 2, 0, 0, 0, 1));
    assertThat(checked.warnings())
        .contains(new ImportWarning("imports.warning.organizationsMissing", List.of("1", "4")));
    Resource pantry = only(Search.of("food pantry"));
    assertThat(pantry.organization()).isEqualTo("Harbor Neighbors");
    assertThat(pantry.places())
        .extracting(Resource.Place::address)
        .containsExactly("1 Example Street, Norwalk, CT 06854");
    assertThat(pantry.phones())
        .as("its organization's")
        .extracting(Resource.Phone::number)
        .containsExactly("(203) 555-0101");
    assertThat(pantry.languages()).containsExactlyInAnyOrder("es", "ar");
    assertThat(pantry.assuredOn()).isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(pantry.guessedNeeds()).contains(Need.FOOD);
    assertThat(only(Search.of("homework club")).phones())
        .as("its own come before its organization's")
        .extracting(Resource.Phone::number)
        .containsExactly("(203) 555-0102");
    assertThat(only(Search.of("coat closet")).organization()).isNull();
  }

  @Test
  void shouldFindByWordsWithTyposNeedPlaceLanguageAgeAndHour() {
    load("hsds-csv", DirectoryFiles.own(DirectoryFiles.OWN));

    assertThat(names(Search.of("harbour fod pantri"))).startsWith("Harbor Food Pantry");
    assertThat(names(Search.of("grocery"))).containsExactly("Harbor Food Pantry");
    assertThat(names(Search.of(Need.TUTORING))).containsExactly("Evening Homework Club");
    assertThat(names(new Search(null, null, "norwalk", null, null, null, null, false)))
        .containsExactlyInAnyOrder("Harbor Food Pantry", "Evening Homework Club", "Coat Closet");
    assertThat(names(new Search(null, null, null, "es", null, null, null, false)))
        .containsExactly("Harbor Food Pantry");
    assertThat(names(new Search("homework", null, null, null, 15, null, null, false))).isEmpty();
    assertThat(names(new Search("homework", null, null, null, 14, null, null, false))).hasSize(1);
    assertThat(names(new Search(null, null, null, null, null, "MO", LocalTime.of(9, 0), false)))
        .containsExactly("Harbor Food Pantry");
    assertThat(names(new Search(null, null, null, null, null, "MO", LocalTime.of(17, 0), false)))
        .isEmpty();
    assertThat(names(Search.of("old shelter"))).as("defunct").isEmpty();
    assertThat(names(Search.of("100%_'; drop"))).isEmpty();
  }

  @Test
  void shouldFollowCorrectionsAndDeletionsUpstreamAndKeepWhatWasReferredTo() {
    load("hsds-csv", DirectoryFiles.own(DirectoryFiles.OWN));
    Resource club = only(Search.of("homework club"));
    assertThat(directory.verified(district, club.id(), by.id())).isTrue();
    Map<String, String> later = new HashMap<>(DirectoryFiles.OWN);
    later.computeIfPresent(
        "services.csv",
        (name, text) -> text.replaceAll("(?m)^s3.*\\n", "").replace("Evening", "Late"));
    ImportView checked = imports.upload(by, district, "hsds-csv", false, DirectoryFiles.own(later));
    assertThat(checked.counts()).containsEntry("hsds.services", new Counts(4, 0, 1, 2, 1, 1));
    imports.apply(by, checked.id(), true);

    Resource now = directory.find(district, club.id()).orElseThrow();
    assertThat(now.name()).isEqualTo("Late Homework Club");
    assertThat(now.verifiedBy()).isEqualTo(by.id());
    assertThat(names(Search.of("coat closet"))).isEmpty();
    assertThat(directory.size(district)).as("the one that is gone stays readable").isEqualTo(4);
  }

  @Test
  void shouldNotMixDistricts() {
    load("hsds-csv", DirectoryFiles.own(DirectoryFiles.OWN));
    DistrictId other = districts.add("Elsewhere", ZoneId.of("America/New_York"), "CT");
    Resource pantry = only(Search.of("food pantry"));

    assertThat(directory.search(other, Search.of("food"), 10)).isEmpty();
    assertThat(directory.find(other, pantry.id())).isEmpty();
    assertThat(directory.verified(other, pantry.id(), by.id())).isFalse();
  }

  @Test
  void shouldRefuseWhatIsNoDirectory() {
    assertThat(refusal("hsds-csv", "a,b\n1,2\n")).contains("no table of HSDS");
    assertThat(refusal("hsds-json", "{\"total\": 3}")).contains("no HSDS services");
    assertThat(refusal("hsds-json", "[{\"id\": ")).contains("not well-formed JSON");
    assertThat(refusal("hsds-json", "7")).contains("no HSDS services");
  }

  @Test
  void shouldReadTheSameServiceFromJsonWhetherAloneInAListOrOnAPage() throws IOException {
    Path examples = DirectoryFiles.sample("hsds-3.0/examples");
    assumeTrue(Files.isDirectory(examples), "The HSDS examples are not here");
    String service = Files.readString(examples.resolve("service_full.json"));

    load("hsds-json", file("[" + service + "]"));

    Resource found = only(Search.of("community counselling"));
    assertThat(found.organization()).isEqualTo("Example Organization Inc.");
    assertThat(found.terms()).isNotEmpty();
    assertThat(found.places()).isNotEmpty();
    assertThat(found.phones()).isNotEmpty();
    assertThat(found.languages()).contains("ur");
    assertThat(
            found.needs().contains(Need.COUNSELING)
                || found.guessedNeeds().contains(Need.COUNSELING))
        .isTrue();
    ImportView again =
        imports.upload(by, district, "hsds-json", true, file("{\"contents\": [" + service + "]}"));
    assertThat(again.counts().get("hsds.services")).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    assertThat(imports.upload(by, district, "hsds-json", true, file(service)).counts())
        .isEqualTo(again.counts());
  }

  @Test
  void shouldKeepWhatIsOfUseInAMessyDirectoryAndSayWhatIsMissing() throws IOException {
    Path folder = DirectoryFiles.sample("directory-ilao-illinois/hsds-1.x-output");
    assumeTrue(Files.isDirectory(folder), "The Illinois directory is not here");

    ImportView checked = load("hsds-csv", DirectoryFiles.in(folder, ".csv"));

    assertThat(checked.counts().get("hsds.services").read()).isEqualTo(430);
    assertThat(checked.warnings())
        .contains(new ImportWarning("imports.warning.organizationsMissing", List.of("340", "429")));
    assertThat(directory.size(district)).isEqualTo(429);
    List<Resource> library = directory.search(district, Search.of("Arlington Heights"), 10);
    assertThat(library).isNotEmpty();
    assertThat(library.getFirst().hours()).isNotEmpty();
    assertThat(names(Search.of("evicton"))).isNotEmpty();
  }

  private ImportView load(String format, List<Imports.Upload> files) {
    ImportView checked = imports.upload(by, district, format, false, files);
    assertThat(checked.refusal()).isNull();
    imports.apply(by, checked.id(), true);
    return checked;
  }

  private String refusal(String format, String text) {
    return String.valueOf(imports.upload(by, district, format, false, file(text)).refusal());
  }

  private static List<Imports.Upload> file(String text) {
    return List.of(
        new Imports.Upload("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8))));
  }

  private Resource only(Search search) {
    List<Resource> found = directory.search(district, search, 10);
    assertThat(found).isNotEmpty();
    return found.getFirst();
  }

  private List<String> names(Search search) {
    return directory.search(district, search, 50).stream().map(Resource::name).toList();
  }
}
