package org.porchlight.messaging.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The school grade in which an English text can be read, by Flesch and Kincaid (1975): 0.39 × words
 * per sentence + 11.8 × syllables per word − 15.59. An estimate: syllables are counted by spelling.
 */
public final class ReadingGrade {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:['’][A-Za-z]+)?");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** An e that is written and not said: made, invites, helped. */
  private static final Pattern SILENT =
      Pattern.compile("(?:[^aeiouyl]e|[^aeiouy]es|[^aeiouytd]ed)$");

  private ReadingGrade() {}

  /** 0 for a text without words; below 0 counts as 0. */
  public static double of(String english) {
    String text = LINK.matcher(english).replaceAll("");
    int words = 0;
    int syllables = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words++;
      syllables += syllables(word.group());
    }
    if (words == 0) {
      return 0;
    }
    double grade = 0.39 * words / sentences(text) + 11.8 * syllables / words - 15.59;
    return Math.max(0, Math.round(grade * 10) / 10.0);
  }

  private static int sentences(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.US);
    sentences.setText(text);
    int count = 0;
    int start = sentences.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      if (WORD.matcher(text.substring(start, end)).find()) {
        count++;
      }
      start = end;
    }
    return Math.max(1, count);
  }

  static int syllables(String word) {
    String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    int groups = (int) VOWELS.matcher(letters).results().count();
    boolean silent = groups > 1 && SILENT.matcher(letters).find();
    return Math.max(1, silent ? groups - 1 : groups);
  }
}
