package org.porchlight.roster;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A phone as a source gives it.
 *
 * @param e164 null where the number is not valid: kept as given and flagged, the person stays
 * @param position the smallest is tried first
 */
public record GivenPhone(
    String asGiven, @Nullable String e164, String type, boolean textable, int position) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String REGION = "US";

  /**
   * @param takesTexts what the source says of it; null where it says nothing
   */
  public static GivenPhone of(
      String asGiven, String type, int position, @Nullable Boolean takesTexts) {
    try {
      var number = NUMBERS.parse(asGiven, REGION);
      if (NUMBERS.isValidNumber(number)) {
        boolean textable =
            !Boolean.FALSE.equals(takesTexts) && textable(type, NUMBERS.getNumberType(number));
        return new GivenPhone(
            asGiven, NUMBERS.format(number, PhoneNumberFormat.E164), type, textable, position);
      }
    } catch (NumberParseException notANumber) {
      return new GivenPhone(asGiven, null, type, false, position);
    }
    return new GivenPhone(asGiven, null, type, false, position);
  }

  private static boolean textable(String type, PhoneNumberType kind) {
    String given = type.toLowerCase(Locale.ROOT);
    return !given.contains("fax")
        && !given.contains("pager")
        && kind != PhoneNumberType.FIXED_LINE
        && kind != PhoneNumberType.PAGER
        && kind != PhoneNumberType.VOICEMAIL
        && kind != PhoneNumberType.TOLL_FREE
        && kind != PhoneNumberType.PREMIUM_RATE;
  }
}
