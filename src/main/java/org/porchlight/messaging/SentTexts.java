package org.porchlight.messaging;

import java.util.Optional;

/** What a page that shows the provider's messages may ask about ours. */
public interface SentTexts {

  /**
   * The language (BCP 47) of the text that the provider knows by this id; empty where it is not
   * ours.
   */
  Optional<String> language(String providerId);
}
