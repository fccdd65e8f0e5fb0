package org.porchlight.messaging.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.ShippedTextsForTests;
import org.porchlight.messaging.translation.TextEntry.Progress;
import org.porchlight.messaging.translation.TextVersion.Mark;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.shared.UserId;

class CatalogueTest {

  private static final String KEY = "cases.thanks";
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final UserId ANA = new UserId(UUID.randomUUID());
  private static final UserId JO = new UserId(UUID.randomUUID());

  private final ShippedTexts shipped = ShippedTextsForTests.get();
  private final List<TextVersion> versions = new ArrayList<>();
  private final String english = String.valueOf(shipped.texts("en").get(KEY));

  @Test
  void shouldLetOnlyTheApprovedLanguagesOfAReleaseLeave() {
    assertThat(strict().mayLeave("en")).containsKey(KEY);
    assertThat(strict().mayLeave("es")).doesNotContainKey(KEY);
    assertThat(strict().newest("es")).containsKey(KEY);
    assertThat(entry("es").progress()).isEqualTo(Progress.DRAFT);
    assertThat(entry("en").progress()).isEqualTo(Progress.APPROVED);
    assertThat(new Catalogue(shipped, versions, true).mayLeave("es")).containsKey(KEY);
  }

  @Test
  void shouldLeaveOnceApproved() {
    add("es", "{program}: gracias.", english, ANA, null);
    assertThat(strict().mayLeave("es")).doesNotContainKey(KEY);

    add("es", "{program}: muchas gracias.", english, ANA, JO);

    assertThat(strict().mayLeave("es")).containsEntry(KEY, "{program}: muchas gracias.");
    assertThat(entry("es").progress()).isEqualTo(Progress.APPROVED);
  }

  @Test
  void shouldGoOnWithTheApprovedWordsWhileANewerDraftIsLookedAt() {
    add("es", "{program}: gracias.", english, ANA, JO);
    add("es", "{program}: mil gracias.", english, JO, null);

    assertThat(strict().mayLeave("es")).containsEntry(KEY, "{program}: gracias.");
    assertThat(strict().newest("es")).containsEntry(KEY, "{program}: mil gracias.");
    assertThat(entry("es").progress()).isEqualTo(Progress.DRAFT);
  }

  @Test
  void shouldHoldStaleTranslationsWithoutLosingThem() {
    add("es", "{program}: gracias.", english, ANA, JO);
    add("en", "{program}: thanks.", "{program}: thanks.", ANA, null);
    assertThat(strict().mayLeave("es")).containsKey(KEY);

    versions.removeLast();
    add("en", "{program}: thanks.", "{program}: thanks.", ANA, JO);

    assertThat(strict().mayLeave("en")).containsEntry(KEY, "{program}: thanks.");
    assertThat(strict().mayLeave("es")).doesNotContainKey(KEY);
    assertThat(strict().newest("es")).containsEntry(KEY, "{program}: gracias.");
    assertThat(entry("es").progress()).isEqualTo(Progress.STALE);
    assertThat(new Catalogue(shipped, versions, true).mayLeave("es")).doesNotContainKey(KEY);

    add("es", "{program}: gracias.", "{program}: thanks.", JO, ANA);

    assertThat(strict().mayLeave("es")).containsEntry(KEY, "{program}: gracias.");
  }

  @Test
  void shouldBringNoEarlierWordsBackAfterAWithdrawal() {
    add("es", "{program}: gracias.", english, ANA, JO);
    add("es", "{program}: mal.", english, ANA, JO);
    TextVersion wrong = versions.removeLast();
    versions.add(
        new TextVersion(
            wrong.id(),
            "es",
            KEY,
            wrong.body(),
            english,
            Source.EDITED,
            wrong.written(),
            wrong.reviewed(),
            wrong.approved(),
            new Mark(JO, NOW)));

    assertThat(strict().mayLeave("es")).doesNotContainKey(KEY);
    assertThat(entry("es").progress()).isEqualTo(Progress.WITHDRAWN);
  }

  @Test
  void shouldShowANewReleaseAsASuggestionAndKeepWhatPeopleMade() {
    shippedBefore("es", "{program}: de antes.");
    add("es", "{program}: gracias.", english, ANA, JO);

    assertThat(strict().mayLeave("es")).containsEntry(KEY, "{program}: gracias.");
    assertThat(entry("es").suggestion()).isEqualTo(shipped.texts("es").get(KEY));

    add("es", String.valueOf(shipped.texts("es").get(KEY)), english, ANA, null);
    add("es", "{program}: gracias.", english, ANA, null);

    assertThat(entry("es").suggestion()).isNull();
  }

  @Test
  void shouldLetNobodyApproveTheirOwnWords() {
    add("es", "{program}: gracias.", english, ANA, null);
    TextVersion shippedOne =
        new TextVersion(
            9, "es", KEY, "x", english, Source.SHIPPED, null, new Mark(ANA, NOW), null, null);

    assertThat(versions.getFirst().mayBeApprovedBy(ANA)).isFalse();
    assertThat(versions.getFirst().mayBeApprovedBy(JO)).isTrue();
    assertThat(shippedOne.mayBeApprovedBy(ANA)).isFalse();
    assertThat(shippedOne.mayBeApprovedBy(JO)).isTrue();
  }

  private Catalogue strict() {
    return new Catalogue(shipped, versions, false);
  }

  private TextEntry entry(String language) {
    return strict().entry(language, KEY).orElseThrow();
  }

  private void shippedBefore(String language, String body) {
    versions.add(
        new TextVersion(
            versions.size() + 1L,
            language,
            KEY,
            body,
            english,
            Source.SHIPPED,
            new Mark(null, NOW),
            null,
            null,
            null));
  }

  private void add(
      String language, String body, String source, UserId by, @Nullable UserId approvedBy) {
    Mark approved = approvedBy == null ? null : new Mark(approvedBy, NOW);
    versions.add(
        new TextVersion(
            versions.size() + 1L,
            language,
            KEY,
            body,
            source,
            Source.EDITED,
            new Mark(by, NOW),
            approved,
            approved,
            null));
  }
}
