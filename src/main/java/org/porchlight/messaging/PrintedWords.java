package org.porchlight.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words on paper, in every script that we have a font for, from right to left too. */
public interface PrintedWords {

  /** Whether there is a font for every character; where not, a browser's own printing may do. */
  boolean printable(Letter letter);

  /**
   * One letter as PDF, on US letter paper.
   *
   * @throws IllegalArgumentException where it is not {@link #printable}
   */
  byte[] pdf(Letter letter);

  /**
   * @param title of the document; holds no name, because viewers show and keep it
   * @param language BCP 47, for screen readers
   * @param to name and address, line by line
   * @param date as it is written in the language
   * @param paragraphs what the letter says
   * @param mark such as "draft", above everything; null for a letter that may go out
   */
  record Letter(
      String title,
      String language,
      boolean rightToLeft,
      List<String> to,
      String date,
      List<String> paragraphs,
      @Nullable String mark) {}
}
