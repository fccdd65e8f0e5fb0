package org.porchlight.roster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One fact in our words, whatever the format it came in. A record class: its components are its
 * content. Formats and the demo generator make these; {@link ImportKind}s store them.
 */
public interface CanonicalRecord {

  /** The kind's name, as in {@link ImportKind#name()}. */
  @JsonIgnore
  String kind();

  /**
   * Unique within district and kind, made of the source system's own numbers: see {@link
   * #key(Object...)}.
   */
  @JsonIgnore
  String key();

  /** What must be known before this can be stored, each as {@code kind:key}. */
  @JsonIgnore
  List<String> needs();

  /**
   * The part of the kind that a file covers when it holds this record: upstream records of that
   * part which are missing in the file were deleted upstream. Empty: the whole kind.
   */
  @JsonIgnore
  default String scope() {
    return "";
  }

  /** Joins the parts of a key so that no two different lists give one text. */
  static String key(Object... parts) {
    return Arrays.stream(parts)
        .map(part -> part.toString().replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }
}
