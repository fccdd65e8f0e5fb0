package org.porchlight.roster;

import org.jspecify.annotations.Nullable;

/** Takes what a format reads, row by row; keeps nothing in memory. */
public interface RowSink {

  void accept(SourceRow at, CanonicalRecord record);

  /**
   * Sets a row aside.
   *
   * @param key of the record that the row would have been, so that it does not look deleted
   *     upstream; null where unknown, and then nothing of that kind is removed by this import
   * @param value shown on the quarantine page to an administrator, encrypted until then
   */
  void quarantine(
      SourceRow at, String kind, @Nullable String key, String field, Rule rule, String value);

  /** Notes something wrong in a row that is kept all the same. */
  void flag(SourceRow at, String kind, String field, Rule rule, String value);

  /**
   * In this file, {@code alias} (an XML id) stands for the record of that key; may come after its
   * uses, see {@link #aliased}.
   */
  void alias(SourceRow at, String kind, String alias, String key);

  /** The text to put in place of a key that is only known by its alias. */
  static String aliased(String kind, String alias) {
    return "@{" + kind + ":" + alias + "}";
  }

  /** Row counts from 1: the line of a CSV file, the record of an XML file. */
  record SourceRow(int file, long row) {}

  /** Why a row is set aside; each has a text that says how to mend it. */
  enum Rule {
    REQUIRED,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_YES_OR_NO,
    OUT_OF_RANGE,
    TOO_LONG,
    UNKNOWN_CODE,
    UNKNOWN_REFERENCE,
    DUPLICATE,
    REPEATED
  }
}
