package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/**
 * What staff write to a family themselves: an approved phrase, or words of their own where they
 * may. It goes the same way, and past the same gate, as every other text.
 */
public interface StaffTexts {

  /** The template that carries words of their own. */
  String OWN_WORDS = "thread.words";

  /** The approved phrases, by their templates' names, in the order in which a page lists them. */
  List<String> phrases();

  /**
   * How it would read, and what would stop it now. Nothing is sent or recorded.
   *
   * @return null where the phrase has no approved translation in the language
   */
  @Nullable Preview preview(Draft draft);

  /**
   * Sends it when the gate allows; once for each {@code request}, however often a button is
   * pressed. The caller has opened the family's file, and checked who may write freely.
   *
   * @throws NoTranslation where the phrase has no approved translation
   */
  void send(Draft draft, UUID request, UserId by);

  /**
   * Who of the family wrote to us, whoever wrote last first; not from numbers whose owner wants no
   * more texts. For rules that choose whom to answer.
   */
  List<Writer> writers(FamilyId family);

  /**
   * @param guardian as whom they were understood
   */
  record Writer(GuardianId guardian, PhoneNumber phone) {}

  /**
   * @param about the family's open case: after its end nothing of this goes out
   * @param phrase one of {@link #phrases()}, or {@link #OWN_WORDS} with {@code words}
   */
  record Draft(
      DistrictId district,
      PhoneNumber to,
      Recipient.OfFamily recipient,
      String language,
      CaseId about,
      String phrase,
      @Nullable String words) {}

  /**
   * @param english the same in English; for words of their own these words
   * @param obstacle why it would not go out at all; null where nothing is in the way
   * @param leavesAt the earliest instant; later than now outside the hours for texts
   * @param warnings words in it that no family should read (I11, and whatever gives a reason away)
   */
  record Preview(
      String text,
      String english,
      ThreadEntry.@Nullable Why obstacle,
      Instant leavesAt,
      Set<String> warnings) {}
}
