package org.porchlight.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.shared.DistrictId;

/** One element of Ed-Fi interchange files that we read. Higher modules add theirs as beans. */
public interface EdFiResource {

  /** The element's name: {@code StudentSchoolAttendanceEvent}. */
  String element();

  /** A reader for the files of one import: what it needs from the database it fetches now, once. */
  Reader open(DistrictId district);

  /** Turns elements into records. */
  interface Reader {

    String kind();

    /**
     * The key of the record that the element stands for, or null where it cannot be told; throws
     * nothing.
     */
    @Nullable String key(EdFiElement element);

    /**
     * The records of one element.
     *
     * @throws BadValue where it has to be set aside
     */
    List<CanonicalRecord> read(EdFiElement element, Notes notes);
  }

  /** For what is wrong but does not spoil the record. */
  interface Notes {
    void flag(String field, Rule rule, String value);
  }
}
