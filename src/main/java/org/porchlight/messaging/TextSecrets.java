package org.porchlight.messaging;

/**
 * A secret that stands in a text, and in none of our rows: where the words hold {@link #MARK}, each
 * call of the provider gets a new one in its place. Implemented by the module that asks for such
 * texts.
 */
public interface TextSecrets {

  /** Stands for a secret of as many letters. */
  String MARK = "*".repeat(43);

  /** The purpose of its texts. */
  String purpose();

  /**
   * A new secret for one call, kept (as a hash) before this returns: the provider is called next,
   * and may have taken it although no answer comes. Of several only the last one counts.
   *
   * @return 43 letters, digits, {@code -} or {@code _}
   */
  String next(String occurrence);
}
