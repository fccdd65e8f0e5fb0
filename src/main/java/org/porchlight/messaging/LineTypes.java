package org.porchlight.messaging;

import org.porchlight.shared.PhoneNumber;

/** What kind of line a number is, as far as the provider was asked. */
public interface LineTypes {

  /** Known to take calls only. False where nobody asked, or the provider does not know. */
  boolean landline(PhoneNumber phone);
}
