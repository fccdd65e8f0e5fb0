package org.porchlight.roster;

import java.io.IOException;
import java.io.InputStream;
import org.porchlight.shared.DistrictId;

/** A format that files come in. Higher modules add theirs as beans. */
public interface ImportFormat {

  /** As in the API: {@code edfi-xml}. */
  String name();

  /**
   * Reads one unpacked file to its end, streaming. A row that cannot be used goes to {@link
   * RowSink#quarantine}.
   *
   * @throws UnreadableFile where the whole file cannot be trusted: nothing of the import is kept
   */
  void read(DistrictId district, int fileNo, InputStream in, RowSink out) throws IOException;

  /**
   * Whether a school that files mention by number only is added under that number, with a warning;
   * otherwise such rows are set aside.
   */
  default boolean mayMentionNewSchools() {
    return false;
  }
}
