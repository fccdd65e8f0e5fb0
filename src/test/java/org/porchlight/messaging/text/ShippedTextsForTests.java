package org.porchlight.messaging.text;

import java.time.Clock;

/** What other packages need of the shipped texts without an application around them. */
public final class ShippedTextsForTests {

  private ShippedTextsForTests() {}

  public static ShippedTexts get() {
    return new ShippedTexts();
  }

  public static Samples samples() {
    return new Samples(
        get(),
        new ShippedWordings(true),
        new TextSettings("Family Visits", true),
        Clock.systemUTC());
  }

  public static TextChecks checks() {
    return new TextChecks(get(), samples());
  }
}
