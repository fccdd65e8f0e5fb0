package org.porchlight.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.identification.OtherSupports.Kind;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who else works with a family. */
@PorchlightTest
class OtherSupportsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Autowired OtherSupports supports;

  private final FamilyId family = FamilyId.random();
  private final UserId by = UserId.random();

  @Test
  void shouldShowWhoHelpsNowAndKeepWhoDid() {
    UUID mentor = UUID.randomUUID();
    supports.add(mentor, family, Kind.MENTOR, " library, Tuesdays ", TODAY.minusDays(9), null, by);
    supports.add(mentor, family, Kind.MENTOR, "twice", TODAY, null, by);
    UUID nurse = UUID.randomUUID();
    supports.add(nurse, family, Kind.SCHOOL_NURSE, null, TODAY.minusDays(30), null, by);

    supports.end(nurse, family, TODAY.minusDays(1), by);

    assertThat(supports.inPlace(Set.of(family), TODAY).get(family))
        .singleElement()
        .satisfies(one -> assertThat(one.who()).isEqualTo("library, Tuesdays"));
    assertThat(supports.of(family)).hasSize(2);
    assertThat(supports.inPlace(Set.of(FamilyId.random()), TODAY)).isEmpty();
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(
            () ->
                supports.add(
                    UUID.randomUUID(), family, Kind.MENTOR, null, TODAY, TODAY.minusDays(1), by))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                supports.add(
                    UUID.randomUUID(), family, Kind.MENTOR, "x".repeat(81), TODAY, null, by))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(supports.of(family)).isEmpty();
  }
}
