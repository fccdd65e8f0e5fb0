package org.porchlight.referrals.partner;

/**
 * Where a link goes.
 *
 * @param to an e-mail address, or a phone (E.164)
 */
record LinkAddress(Channel by, String to) {

  enum Channel {
    EMAIL,
    TEXT
  }

  /** So that a log line cannot leak it (I6). */
  @Override
  public String toString() {
    return by.name();
  }
}
