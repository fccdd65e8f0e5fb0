package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.cases.BarrierCode.Category;
import org.porchlight.cases.BarrierCode.Kind;

class BarrierCodeTest {

  private static final Pattern CODE = Pattern.compile("\"value\": \"([BNEMX]_[A-Z_]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"visit-log-first", "visit-log-second", "visit-log-later"})
  void shouldKnowEveryCodeOfTheLogsAndNoOther(String form) throws IOException {
    assertThat(codesOf(form))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BarrierCode.values()).map(Enum::name).toList());
  }

  @Test
  void shouldKnowEveryCodeOfTheCall() throws IOException {
    assertThat(codesOf("follow-up-call"))
        .isNotEmpty()
        .allMatch(one -> BarrierCode.of(one).isPresent());
  }

  @Test
  void shouldSendNothingThatSchoolCausesToAnAgency() {
    assertThat(BarrierCode.values())
        .filteredOn(
            code ->
                Set.of(
                        Category.NEGATIVE_EXPERIENCES,
                        Category.LACK_OF_ENGAGEMENT,
                        Category.MISCONCEPTIONS)
                    .contains(code.category()))
        .hasSize(26)
        .allMatch(code -> code.kind() == Kind.SCHOOL)
        .allMatch(code -> code.sdoh().isEmpty());
  }

  @Test
  void shouldHoldNoPlaceForImmigrationStatus() {
    assertThat(BarrierCode.of("B_IMMIGRATION_FEAR")).isEmpty();
  }

  private static Set<String> codesOf(String form) throws IOException {
    return CODE.matcher(Files.readString(Path.of("forms", form + ".form")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
