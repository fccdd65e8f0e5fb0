package org.porchlight.messaging.translation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.ShippedTexts.Written;

/** The rules by which the versions of one text in one language become what leaves. */
record Course(ShippedTexts shipped, Written language, String key, boolean draftsToo) {

  /** Approved before anybody can tell when. */
  private static final TextVersion.Mark RELEASE = new TextVersion.Mark(null, Instant.EPOCH);

  /**
   * @param versions oldest first
   * @param source the English entry; null for English itself
   */
  TextEntry stand(List<TextVersion> versions, @Nullable TextEntry source) {
    String file = shipped.texts(language.tag()).get(key);
    TextVersion first = file == null ? null : untouched(file);
    TextVersion newest = versions.isEmpty() ? first : versions.getLast();
    TextVersion approved = approved(versions, first);
    if (source == null) {
      return new TextEntry(
          language.tag(),
          key,
          newest,
          approved,
          basis(newest, approved),
          false,
          suggestion(versions, file));
    }
    String english = source.english();
    boolean stale = newest != null && !newest.english().equals(english);
    // Where the English was withdrawn, what says the same in another language is as wrong.
    boolean leaves =
        approved != null && source.leaving() != null && approved.english().equals(english);
    return new TextEntry(
        language.tag(),
        key,
        newest,
        leaves ? approved : null,
        english,
        stale,
        suggestion(versions, file));
  }

  /** Made from the English of the same release. */
  TextVersion untouched(String file) {
    String english = shipped.texts(ShippedTexts.ENGLISH).get(key);
    return new TextVersion(
        0,
        language.tag(),
        key,
        file,
        english == null ? file : english,
        TextVersion.Source.SHIPPED,
        null,
        language.approved() ? RELEASE : null,
        language.approved() ? RELEASE : null,
        null);
  }

  /**
   * The last approved one. Withdrawing it brings no earlier one back: it was replaced for a reason.
   */
  private @Nullable TextVersion approved(List<TextVersion> versions, @Nullable TextVersion first) {
    for (TextVersion version : versions.reversed()) {
      switch (version.state()) {
        case APPROVED -> {
          return version;
        }
        case WITHDRAWN -> {
          return null;
        }
        case DRAFT, REVIEWED -> {
          if (draftsToo) {
            return version;
          }
        }
      }
    }
    return language.approved() || draftsToo ? first : null;
  }

  /** Of English: what leaves, and where nothing does, what was written last. */
  private static String basis(@Nullable TextVersion newest, @Nullable TextVersion approved) {
    if (approved != null) {
      return approved.body();
    }
    return newest == null ? "" : newest.body();
  }

  /** A text of a release is new to people as long as no version of it was ever kept. */
  private static @Nullable String suggestion(List<TextVersion> versions, @Nullable String file) {
    boolean known =
        file == null
            || versions.isEmpty()
            || versions.stream().anyMatch(version -> version.body().equals(file));
    return known ? null : file;
  }
}
