package org.porchlight.roster.imports;

import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;

/** Where rows that were set aside are noted. */
interface ErrorLog {

  /**
   * @param value goes nowhere but into the encrypted column
   */
  void note(SourceRow at, String kind, String field, Rule rule, String value);

  /** Writes what is still in memory. */
  void flush();
}
