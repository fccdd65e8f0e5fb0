package org.porchlight.messaging.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in ICU's format as what a translator writes and what must stay as it is: placeholders, and
 * the frames of choices. Quoting by apostrophes is taken off and put back.
 */
public final class TextPieces {

  private TextPieces() {}

  /**
   * @param code what stays as it is, such as <code>{name1}</code> or <code>{hasLink, select, yes {
   *     </code>; otherwise words, without quoting
   */
  public record Piece(boolean code, String text) {}

  /**
   * @throws IllegalArgumentException where the text is not in the format
   */
  public static List<Piece> of(String text) {
    MessagePattern pattern = new MessagePattern(MessagePattern.ApostropheMode.DOUBLE_OPTIONAL);
    pattern.parse(text);
    Cutter cutter = new Cutter(text);
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      switch (part.getType()) {
        case MSG_START -> cutter.wordsFrom(part.getLimit(), i > 0);
        case MSG_LIMIT -> cutter.codeFrom(part.getIndex());
        case ARG_START -> cutter.codeFrom(part.getIndex());
        case ARG_LIMIT -> cutter.wordsFrom(part.getLimit(), true);
        case SKIP_SYNTAX -> cutter.leaveOut(part.getIndex(), part.getLimit());
        default -> {}
      }
    }
    return cutter.pieces();
  }

  /** The text of these pieces, with quoting where the format needs it. */
  public static String join(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean codeFollows = i + 1 < pieces.size() && pieces.get(i + 1).code();
      text.append(piece.code() ? piece.text() : quoted(piece.text(), codeFollows));
    }
    return text.toString();
  }

  private static String quoted(String words, boolean codeFollows) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char sign = words.charAt(i);
      switch (sign) {
        case '\'' -> {
          boolean last = i + 1 == words.length();
          boolean doubled = last ? codeFollows : "{}'|#".indexOf(words.charAt(i + 1)) >= 0;
          quoted.append(doubled ? "''" : "'");
        }
        case '{', '}' -> quoted.append('\'').append(sign).append('\'');
        default -> quoted.append(sign);
      }
    }
    return quoted.toString();
  }

  /** Walks along a text. */
  private static final class Cutter {

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private StringBuilder words = new StringBuilder();
    private int from;
    private boolean inWords;

    private Cutter(String text) {
      this.text = text;
    }

    private void wordsFrom(int index, boolean afterCode) {
      if (afterCode) {
        pieces.add(new Piece(true, text.substring(from, index)));
      }
      from = index;
      inWords = true;
    }

    /** The end of a branch and what follows it, up to the next words, is one code. */
    private void codeFrom(int index) {
      if (!inWords) {
        return;
      }
      words.append(text, from, index);
      if (!words.isEmpty()) {
        pieces.add(new Piece(false, words.toString()));
        words = new StringBuilder();
      }
      from = index;
      inWords = false;
    }

    private void leaveOut(int index, int limit) {
      if (inWords) {
        words.append(text, from, index);
        from = limit;
      }
    }

    private List<Piece> pieces() {
      return List.copyOf(pieces);
    }
  }
}
