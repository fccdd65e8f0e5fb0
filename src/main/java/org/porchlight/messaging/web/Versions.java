package org.porchlight.messaging.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Users;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.translation.TextEntry;
import org.porchlight.messaging.translation.TextVersion;
import org.porchlight.messaging.translation.TextVersion.Mark;
import org.porchlight.messaging.translation.TranslationDesk;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Who did what to a text, for a page, and what the reader may do next. */
@Component
class Versions {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);

  private final TranslationDesk desk;
  private final Users users;
  private final Districts districts;
  private final CurrentActor current;

  Versions(TranslationDesk desk, Users users, Districts districts, CurrentActor current) {
    this.desk = desk;
    this.users = users;
    this.districts = districts;
    this.current = current;
  }

  /** What the reader may do to the newest version. {@code ownWords}: somebody else must approve. */
  record Steps(boolean review, boolean approve, boolean withdraw, boolean ownWords) {}

  /** {@code by} is empty for a release. */
  record Line(
      long id,
      String body,
      @Nullable String english,
      TextVersion.State state,
      TextVersion.Source source,
      List<Deed> deeds) {}

  /** {@code what}: a message key's end. */
  record Deed(String what, String by, String at) {}

  Steps steps(TextEntry entry, Actor actor) {
    TextVersion newest = entry.newest();
    if (newest == null) {
      return new Steps(false, false, false, false);
    }
    boolean reviewed = newest.state() == TextVersion.State.REVIEWED;
    boolean others = TranslationDesk.mayApprove(newest, actor.id());
    return new Steps(
        newest.state() == TextVersion.State.DRAFT && !entry.stale(),
        reviewed && others && !entry.stale(),
        newest.state() != TextVersion.State.WITHDRAWN,
        reviewed && !others);
  }

  List<Line> history(String language, String key) {
    boolean english = language.equals(ShippedTexts.ENGLISH);
    return desk.history(language, key).stream()
        .map(
            version ->
                new Line(
                    version.id(),
                    version.body(),
                    english ? null : version.english(),
                    version.state(),
                    version.source(),
                    deeds(version)))
        .toList();
  }

  private List<Deed> deeds(TextVersion version) {
    return Stream.of(
            deed("written", version.written()),
            deed("reviewed", version.reviewed()),
            deed("approved", version.approved()),
            deed("withdrawn", version.withdrawn()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Deed> deed(String what, @Nullable Mark mark) {
    return mark == null
        ? Optional.empty()
        : Optional.of(new Deed(what, name(mark.by()), moment(mark.at())));
  }

  private String name(@Nullable UserId by) {
    return by == null ? "" : users.find(by).map(Actor::displayName).orElse("");
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(zone()));
  }

  private ZoneId zone() {
    DistrictId district = current.get().district();
    return district == null
        ? ZoneId.of("America/New_York")
        : districts.find(district).map(Districts.District::zone).orElse(ZoneId.of("UTC"));
  }
}
