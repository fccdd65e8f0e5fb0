package org.porchlight.referrals.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * Somebody's agreement that we share these facts with one partner for one purpose (34 CFR 99.30:
 * signed, dated, naming records, purpose and recipient; the last two are the referral's).
 *
 * @param signer a guardian of the family whom the program may contact, or a student of 18 or older
 * @param signedOn the date beside the signature
 * @param witness who also heard it, for consent on the phone: another person than {@code
 *     recordedBy}
 * @param bestTime words of {@link SharedFact#BEST_TIME}
 * @param words words of {@link SharedFact#WORDS}
 */
public record Consent(
    UUID signer,
    How how,
    LocalDate signedOn,
    @Nullable UserId witness,
    UserId recordedBy,
    Instant recordedAt,
    Set<SharedFact> facts,
    @Nullable String bestTime,
    @Nullable String words) {

  /** How it was given. */
  public enum How {
    /** Signed on paper, which the school keeps. */
    PAPER,
    /** Read on the phone, agreed to before a witness. */
    PHONE
  }
}
