package org.porchlight.cases.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.porchlight.shared.PhoneNumber;

/**
 * A phone number as a person types it, taken as one of the United States unless it says otherwise.
 */
final class DialledPhone {

  private DialledPhone() {}

  /** Empty where nobody could dial it. */
  static Optional<PhoneNumber> parse(String typed) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = phones.parse(typed, "US");
      return phones.isPossibleNumber(parsed)
          ? Optional.of(new PhoneNumber(phones.format(parsed, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
