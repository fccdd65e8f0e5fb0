package org.porchlight.tasks.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.FamilyContacts;

/**
 * How often a family was contacted unasked in the last 30 days, for whoever is about to do it
 * again.
 *
 * @param from when there is room again; null: now
 */
public record ContactLine(int made, int allowed, @Nullable String from) {

  static @Nullable ContactLine of(FamilyContacts.@Nullable Count count, ZoneId zone) {
    return count == null
        ? null
        : new ContactLine(count.made(), count.allowed(), Times.moment(count.roomFrom(), zone));
  }
}
