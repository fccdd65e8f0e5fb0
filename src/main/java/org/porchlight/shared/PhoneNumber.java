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

  /** As people in the United States write it, for a page that may show it: (860) 555-0100. */
  public String written() {
    return e164.startsWith("+1") && e164.length() == 12
        ? "(%s) %s-%s".formatted(e164.substring(2, 5), e164.substring(5, 8), e164.substring(8))
        : e164;
  }

  @Override
  public String toString() {
    return "…" + e164.substring(e164.length() - 2);
  }
}
