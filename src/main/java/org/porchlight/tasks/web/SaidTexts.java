package org.porchlight.tasks.web;

import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Texts of a family's thread as pages show them. */
@Component
class SaidTexts {

  /** What a text of a family can be understood as, where the page has words for it. */
  private static final Set<String> KNOWN =
      Set.of(
          "STOP",
          "START",
          "HELP",
          "UNCLEAR",
          "MAYBE_STOP",
          "YES",
          "NO",
          "LATER",
          "CALL_ME",
          "CALLS_ONLY",
          "ELSEWHERE",
          "SOMEBODY_ELSE",
          "HELP_ONLY",
          "WRONG_NUMBER",
          "PAUSE",
          "WHO",
          "NO_VISIT",
          "MORE",
          "FIRST",
          "SECOND",
          "THIRD",
          "FOURTH",
          "FIFTH",
          "HANDLED");

  /** So many tell what a reply is about. */
  private static final int LAST = 4;

  private final Users users;

  SaidTexts(Users users) {
    this.users = users;
  }

  List<Said> of(List<ThreadEntry> thread, ZoneId zone) {
    return thread.stream().map(each -> said(each, zone)).toList();
  }

  /** The newest text of the family, and what went before it; empty where it never wrote. */
  List<Said> last(List<ThreadEntry> thread, ZoneId zone) {
    int newest = thread.size();
    while (newest > 0 && !thread.get(newest - 1).inbound()) {
      newest--;
    }
    return of(thread.subList(Math.max(0, newest - LAST), newest), zone);
  }

  private Said said(ThreadEntry entry, ZoneId zone) {
    String meaning = entry.meaning();
    return new Said(
        entry.id(),
        Objects.requireNonNull(Times.moment(entry.at(), zone)),
        entry.inbound(),
        entry.text(),
        entry.language(),
        entry.inbound() ? "auto" : direction(entry.language()),
        entry.english(),
        entry.state().name(),
        entry.why() == null ? null : entry.why().name(),
        entry.carrierCode(),
        meaning != null && KNOWN.contains(meaning) ? meaning : null,
        name(entry.by()),
        entry.pictures());
  }

  /** The name of the program comes first, in other letters: the browser would guess wrong. */
  static String direction(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
  }

  private @Nullable String name(@Nullable UserId user) {
    return user == null ? null : users.find(user).map(Actor::displayName).orElse(null);
  }

  /**
   * @param meaning message key {@code families.thread.meaning.<meaning>}
   */
  public record Said(
      UUID id,
      String at,
      boolean inbound,
      String text,
      String language,
      String direction,
      @Nullable String english,
      String state,
      @Nullable String why,
      @Nullable String carrierCode,
      @Nullable String meaning,
      @Nullable String by,
      int pictures) {}
}
