package org.porchlight.messaging.text;

import java.util.Map;

/**
 * Which words may leave the house, by language: the shipped ones and what people made of them.
 * Asked each time a text is written or sent.
 */
public interface Wordings {

  /**
   * By key, as in the files; keys whose words may not leave now are absent: drafts, stale and
   * withdrawn translations.
   *
   * @param language one that we write, in our own short form
   */
  Map<String, String> mayLeave(String language);

  /** The newest words of each key, in whatever state; for drafts that a person reads. */
  Map<String, String> newest(String language);
}
