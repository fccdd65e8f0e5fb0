package org.porchlight.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.PhoneNumber;

/** What became of texts that were asked for, for pages and rules of other modules. */
public interface SentTexts {

  /**
   * The language (BCP 47) of the text that the provider knows by this id; empty where it is not
   * ours.
   */
  Optional<String> language(String providerId);

  /** When the provider took this text; empty where it has not left, or nobody can tell. */
  Optional<Instant> left(PhoneNumber to, String purpose, String occurrence);

  /** As above, of a text by the id that {@link Messages#request} returned. */
  Optional<Instant> left(UUID text);
}
