package org.porchlight.messaging.twilio;

import java.util.Optional;
import org.porchlight.shared.PhoneNumber;

/** What the provider knows of a number. */
public interface Lookup {

  String LANDLINE = "landline";

  /**
   * The kind of line in the provider's words ({@code mobile}, {@link #LANDLINE}, {@code
   * nonFixedVoip}...); empty where it gave no answer. Each answer costs.
   */
  Optional<String> lineType(PhoneNumber phone);
}
