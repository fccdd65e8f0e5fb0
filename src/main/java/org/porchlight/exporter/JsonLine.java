package org.porchlight.exporter;

import java.util.List;

/** Writes one flat JSON object. The exporter has no JSON library of its own. */
final class JsonLine {

  private final StringBuilder text = new StringBuilder(256).append('{');

  JsonLine put(String name, long value) {
    name(name).append(value);
    return this;
  }

  /** Keys of the engine are -1 where there is none: left out. */
  JsonLine putKey(String name, long value) {
    return value > 0 ? put(name, value) : this;
  }

  JsonLine put(String name, String value) {
    quote(name(name), value);
    return this;
  }

  /** Left out where empty. */
  JsonLine putText(String name, String value) {
    return value.isEmpty() ? this : put(name, value);
  }

  JsonLine put(String name, List<String> values) {
    StringBuilder out = name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, values.get(i));
    }
    out.append(']');
    return this;
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(text, name);
    return text.append(':');
  }

  private static void quote(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  String end() {
    return text.append('}').toString();
  }
}
