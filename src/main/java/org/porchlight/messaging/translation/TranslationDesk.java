package org.porchlight.messaging.translation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextChecks;
import org.porchlight.messaging.text.TextProblem;
import org.porchlight.messaging.translation.TextVersion.Mark;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.messaging.translation.TranslationRefused.Why;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with texts: write, review, approve, withdraw. Coordinators and administrators may;
 * two of them must have looked before words leave.
 */
@Component
public class TranslationDesk {

  private final ShippedTexts shipped;
  private final TextVersions versions;
  private final CurrentCatalogue catalogue;
  private final TextChecks checks;
  private final Clock clock;

  TranslationDesk(
      ShippedTexts shipped,
      TextVersions versions,
      CurrentCatalogue catalogue,
      TextChecks checks,
      Clock clock) {
    this.shipped = shipped;
    this.versions = versions;
    this.catalogue = catalogue;
    this.checks = checks;
    this.clock = clock;
  }

  public List<TextEntry> entries(String language) {
    return catalogue.now().entries(language);
  }

  public Optional<TextEntry> entry(String language, String key) {
    return catalogue.now().entry(language, key);
  }

  /** Newest first; a text that nobody has touched has none. */
  public List<TextVersion> history(String language, String key) {
    return versions.of(language, key).reversed();
  }

  /** The English of a text as somebody is writing it now, where that differs from what leaves. */
  public Optional<String> newerEnglish(String key) {
    return entry(ShippedTexts.ENGLISH, key)
        .flatMap(
            entry ->
                Optional.ofNullable(entry.newest())
                    .map(TextVersion::body)
                    .filter(b -> !b.equals(entry.english())));
  }

  /**
   * Keeps a new version as a draft of this person. Saving the same words again after the English
   * changed says that they still are right.
   *
   * @param base the version that the person saw: 0 for a shipped one
   * @param english the English that the person saw
   * @throws TranslationRefused nothing was saved
   */
  @Transactional
  public void save(
      Actor by,
      String language,
      String key,
      String body,
      long base,
      String english,
      Source source) {
    require(by);
    if (source == Source.SHIPPED) {
      throw new IllegalArgumentException("Only a release ships texts");
    }
    versions.lock(language, key);
    TextEntry entry = fresh(language, key);
    @Nullable TextVersion newest = entry.newest();
    if (base != (newest == null ? 0 : newest.id())) {
      throw new TranslationRefused(Why.CHANGED_MEANWHILE);
    }
    String basis = language.equals(ShippedTexts.ENGLISH) ? body : english;
    if (newest != null
        && newest.body().equals(body)
        && newest.english().equals(basis)
        && newest.state() != TextVersion.State.WITHDRAWN) {
      throw new TranslationRefused(Why.SAME);
    }
    List<TextProblem> problems =
        checks.of(language, key, body, basis).stream().filter(TextProblem::blocks).toList();
    if (!problems.isEmpty()) {
      throw new TranslationRefused(Why.PROBLEMS, problems);
    }
    Instant now = clock.instant();
    keepShipped(entry, now);
    versions.add(
        new TextVersion(
            0, language, key, body, basis, source, new Mark(by.id(), now), null, null, null),
        now);
    catalogue.refreshAfterCommit();
  }

  /** Says that somebody who reads the language has read it. */
  @Transactional
  public void review(Actor by, String language, String key, long version) {
    TextVersion found = newest(by, language, key, version);
    if (found.state() != TextVersion.State.DRAFT) {
      throw new TranslationRefused(Why.ALREADY);
    }
    versions.review(found.id(), by.id(), clock.instant());
    catalogue.refreshAfterCommit();
  }

  /** From now on it leaves. */
  @Transactional
  public void approve(Actor by, String language, String key, long version) {
    TextVersion found = newest(by, language, key, version);
    if (fresh(language, key).stale()) {
      throw new TranslationRefused(Why.STALE);
    }
    switch (found.state()) {
      case DRAFT -> throw new TranslationRefused(Why.NOT_REVIEWED);
      case APPROVED, WITHDRAWN -> throw new TranslationRefused(Why.ALREADY);
      case REVIEWED -> {}
    }
    if (!found.mayBeApprovedBy(by.id())) {
      throw new TranslationRefused(Why.SAME_PERSON);
    }
    versions.approve(found.id(), by.id(), clock.instant());
    catalogue.refreshAfterCommit();
  }

  /** From now on neither it nor an earlier version leaves, until a newer one is approved. */
  @Transactional
  public void withdraw(Actor by, String language, String key, long version) {
    TextVersion found = newest(by, language, key, version);
    if (found.state() == TextVersion.State.WITHDRAWN) {
      throw new TranslationRefused(Why.ALREADY);
    }
    versions.withdraw(found.id(), by.id(), clock.instant());
    catalogue.refreshAfterCommit();
  }

  private TextVersion newest(Actor by, String language, String key, long version) {
    require(by);
    versions.lock(language, key);
    TextEntry entry = fresh(language, key);
    TextVersion newest = entry.newest();
    if (newest == null) {
      throw new TranslationRefused(Why.NO_TEXT);
    }
    if (newest.id() != version) {
      throw new TranslationRefused(Why.CHANGED_MEANWHILE);
    }
    keepShipped(entry, clock.instant());
    return newest.id() > 0 ? newest : versions.of(language, key).getLast();
  }

  /** As stored, not as cached: the row is locked. */
  private TextEntry fresh(String language, String key) {
    if (shipped.language(language).isEmpty() || !shipped.keys().contains(key)) {
      throw new TranslationRefused(Why.NO_TEXT);
    }
    return catalogue.stored(key).entry(language, key).orElseThrow();
  }

  /** The shipped text is the first version, kept before anything else happens to it. */
  private void keepShipped(TextEntry entry, Instant now) {
    TextVersion first = entry.newest();
    if (first == null || first.id() > 0) {
      return;
    }
    boolean approved =
        shipped.language(entry.language()).filter(ShippedTexts.Written::approved).isPresent();
    Mark release = approved ? new Mark(null, now) : null;
    versions.add(
        new TextVersion(
            0,
            first.language(),
            first.key(),
            first.body(),
            first.english(),
            Source.SHIPPED,
            null,
            release,
            release,
            null),
        now);
  }

  /** Whether this person may change texts. */
  public static boolean may(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
  }

  /** Whether another person is needed to approve this version. */
  public static boolean mayApprove(TextVersion version, UserId person) {
    return version.mayBeApprovedBy(person);
  }

  private static void require(Actor by) {
    if (!may(by)) {
      throw new AccessDeniedException("Texts are changed by coordinators and administrators");
    }
  }
}
