package org.porchlight.roster;

import java.util.Map;
import java.util.stream.Stream;
import org.porchlight.shared.DistrictId;

/**
 * Loads records that need no person to look at them first: the demo district, a test's people. The
 * same path as an import, from staging on: references are checked, families are formed, loading
 * twice changes nothing. Records of a kind that are missing are not removed.
 *
 * <p>{@code loader.load(district, Stream.of(new Records.School("1", "Elm School"), new
 * Records.Student("7", "Ana", "Silva", null), ...))}. Attendance goes in as {@code
 * org.porchlight.attendance.AttendanceEvent} records. The order of the records does not matter.
 */
public interface RosterLoader {

  /**
   * @return records stored per kind
   * @throws IllegalArgumentException where a record is set aside (unknown reference, duplicate);
   *     then nothing is stored
   */
  Map<String, Long> load(DistrictId district, Stream<? extends CanonicalRecord> records);
}
