package org.porchlight.shared;

import java.util.regex.Pattern;

/**
 * A phone number in E.164 form ({@code +18605550100}). Its text form is masked, so that a log line
 * cannot leak it (I6).
 */
public record PhoneNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException(
          "Not an E.164 phone number: write + and the country code, digits only");
    }
  }

  @Override
  public String toString() {
    return "…" + e164.substring(e164.length() - 2);
  }
}
