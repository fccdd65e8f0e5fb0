package org.porchlight.messaging;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What texts cost, as far as one can tell before sending: segments times the price that is set. An
 * estimate: what the provider bills, and whether it replaces signs by cheaper ones, it alone knows.
 */
public interface TextCosts {

  /** Of one text as it would leave, with the line that says how to stop where it has one. */
  Cost of(String text);

  /** By language, and so by what each adds to a batch; a language without texts is absent. */
  Map<String, Total> byLanguage(Collection<Written> texts);

  /** Over all languages. */
  Total total(Collection<Written> texts);

  /** In which currency prices are, as ISO 4217. */
  String currency();

  /**
   * @param language BCP 47
   * @param text as it would leave
   */
  record Written(String language, String text) {}

  /**
   * @param segments as they are paid for; at least 1
   * @param gsm7 whether every character is of GSM-7; otherwise a segment has less than half the
   *     room
   * @param costly the characters that keep it out of GSM-7
   * @param price of all its segments
   */
  record Cost(int segments, boolean gsm7, Set<String> costly, BigDecimal price) {}

  /** Of several texts. */
  record Total(int texts, int segments, BigDecimal price) {}
}
