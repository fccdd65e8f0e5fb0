package org.porchlight.messaging.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every translation of a template has in common: for whom it is and which arguments it takes.
 */
record TemplateShape(String name, Set<String> flags, List<ArgumentShape> arguments) {

  static TemplateShape parse(String name, String text) {
    String[] parts = text.split(",", 2);
    List<ArgumentShape> arguments =
        parts.length == 1
            ? List.of()
            : Arrays.stream(parts[1].split(","))
                .map(String::strip)
                .map(ArgumentShape::parse)
                .toList();
    return new TemplateShape(name, Set.of(parts[0].strip().split("\\s+")), arguments);
  }

  /** Answers a text that the recipient just sent, so that the send window does not hold it. */
  boolean receipt() {
    return flags.contains("receipt");
  }

  /** Nobody asked for it, and nothing agreed needs it: the family's contact budget counts it. */
  boolean unasked() {
    return flags.contains("unasked");
  }

  /**
   * The keys without which it cannot be written: itself, what stands for codes that a language does
   * not name, and the line that says how to stop, which follows what families and partners get.
   */
  Set<String> needs() {
    Set<String> keys = new TreeSet<>(Set.of(name));
    if (!flags.contains("staff") && !flags.contains("letter")) {
      keys.add(ShippedTexts.OPT_OUT_LINE);
    }
    arguments.forEach(
        argument -> {
          switch (argument.type()) {
            case ROLE -> keys.add("role.OTHER");
            case PLACE -> keys.add("place.OTHER");
            case TEXT, LINK, INSTANT, DATE -> {}
          }
        });
    return keys;
  }

  /** Every name that a translation may use. */
  Set<String> usableNames() {
    Set<String> names = new TreeSet<>(Set.of("program", "start"));
    for (ArgumentShape argument : arguments) {
      switch (argument.type()) {
        case INSTANT -> names.addAll(List.of(argument.name() + "Date", argument.name() + "Time"));
        case DATE -> names.add(argument.name() + "Date");
        default -> names.add(argument.name());
      }
      if (argument.optional()) {
        names.add(presence(argument.name()));
      }
    }
    return names;
  }

  static String presence(String argument) {
    return "has" + Character.toUpperCase(argument.charAt(0)) + argument.substring(1);
  }
}
