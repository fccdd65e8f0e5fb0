package org.porchlight.messaging.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a text in ICU's format refers to.
 *
 * @param arguments every placeholder, also within branches
 * @param choices the branches of each {@code select} by its argument
 * @param plurals the branches of each {@code plural} by its argument
 */
record TextPattern(
    Set<String> arguments,
    TreeMap<String, Set<String>> choices,
    TreeMap<String, Set<String>> plurals) {

  /**
   * @throws IllegalArgumentException where the text is not in the format, with ICU's words
   */
  static TextPattern of(String text) {
    TextPattern found = new TextPattern(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    MessagePattern pattern = new MessagePattern(MessagePattern.ApostropheMode.DOUBLE_OPTIONAL);
    try {
      pattern.parse(text);
    } catch (IndexOutOfBoundsException | NumberFormatException nested) {
      throw new IllegalArgumentException("A number in a placeholder is too large", nested);
    }
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_START) {
        found.argument(pattern, i);
      }
    }
    return found;
  }

  private void argument(MessagePattern pattern, int start) {
    String name = pattern.getSubstring(pattern.getPart(start + 1));
    arguments.add(name);
    ArgType type = pattern.getPart(start).getArgType();
    if (type == ArgType.SELECT || type.hasPluralStyle()) {
      Set<String> branches =
          (type == ArgType.SELECT ? choices : plurals).computeIfAbsent(name, of -> new TreeSet<>());
      int limit = pattern.getLimitPartIndex(start);
      for (int i = start + 2; i < limit; i++) {
        switch (pattern.getPartType(i)) {
          case ARG_SELECTOR -> branches.add(pattern.getSubstring(pattern.getPart(i)));
          // What lies within a branch is not this choice's.
          case MSG_START -> i = pattern.getLimitPartIndex(i);
          default -> {}
        }
      }
    }
  }
}
