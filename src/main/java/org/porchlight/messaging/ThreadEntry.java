package org.porchlight.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * One text of a family's thread.
 *
 * @param language BCP 47; {@code und} where nobody can tell
 * @param why it waits or was not sent; null where nothing is in the way
 * @param carrierCode the provider's own number for it, for whoever reports it
 * @param purpose null for texts of the family
 * @param english what a text of ours says in English, where it is in another language
 * @param meaning as what a text of the family was understood: the name of an {@link Answer}, or
 *     STOP, START, HELP, UNCLEAR and the like; null for ours, and while it is being read
 * @param by who wrote ours by hand, or handled or matched theirs; null where a rule did
 * @param pictures that came along; they are not kept
 */
public record ThreadEntry(
    UUID id,
    Instant at,
    boolean inbound,
    String text,
    String language,
    State state,
    @Nullable Why why,
    @Nullable String carrierCode,
    @Nullable String purpose,
    @Nullable String english,
    @Nullable String meaning,
    @Nullable UserId by,
    int pictures) {

  /** How far the text has come. */
  public enum State {
    RECEIVED,
    WAITING,
    SENT,
    DELIVERED,
    /** The provider never answered: nobody can tell, and it is never sent again by itself. */
    UNKNOWN,
    NOT_SENT
  }

  /** What is in the way, in terms of what a person may do about it. */
  public enum Why {
    /** Waits for the hours and days in which texts go out. */
    WINDOW,
    /** The provider refuses our account: everything waits. */
    CHANNEL,
    BAD_NUMBER,
    NOT_TEXTABLE,
    OPTED_OUT,
    BLOCKED,
    /** Switched off or out of reach, twice. */
    UNREACHABLE,
    CONFIGURATION,
    EXPIRED,
    /** Its reason had gone before it went out. */
    NOT_WANTED,
    NO_TRANSLATION,
    /** This phone had as many texts that day as are allowed. */
    FUSE,
    /** The family has been contacted as often as its program allows for now. */
    OVER_BUDGET,
    /** Who would get it is no contact of the family any more, or restricted. */
    NOT_TO_BE_CONTACTED,
    /** Staff called its batch off before it went out. */
    CALLED_OFF,
    /** Nobody could tell; a person found out that it did not arrive. */
    SETTLED,
    OTHER
  }
}
