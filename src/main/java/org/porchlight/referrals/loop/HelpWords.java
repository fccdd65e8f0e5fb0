package org.porchlight.referrals.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.record.Match;
import org.porchlight.shared.UserId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of this module's forms. Pages only. */
@Component
public class HelpWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

  private final MessageSource words;
  private final Users users;

  HelpWords(MessageSource words, Users users) {
    this.words = words;
    this.users = users;
  }

  public String text(String key, Object... values) {
    return words.getMessage(key, values, Locale.ENGLISH);
  }

  /** Why a resource is suggested, or is not quite right. */
  public String reason(Match.Reason reason) {
    Object[] values = reason.values().toArray();
    if (reason.why() == Match.Why.NEED || reason.why() == Match.Why.NEED_GUESSED) {
      values[0] = text("resources.needs." + values[0]);
    }
    return text("referrals.reason." + reason.why(), values);
  }

  public String role(SchoolRole role) {
    return text("help.role." + role);
  }

  String name(@Nullable UserId user) {
    return user == null ? "" : users.find(user).map(Actor::displayName).orElse("?");
  }

  static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }
}
