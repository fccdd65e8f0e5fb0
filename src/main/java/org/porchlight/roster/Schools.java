package org.porchlight.roster;

import java.util.List;
import java.util.Optional;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** The schools of a district. */
public interface Schools {

  Optional<School> find(SchoolId id);

  /** By name. */
  List<School> ofDistrict(DistrictId district);

  /** The school whose number in the source system is this. */
  Optional<School> bySourceId(DistrictId district, String sourceId);

  /**
   * For events and reports, which name a student by the opaque id only. Empty where the number is
   * unknown.
   */
  Optional<StudentId> studentBySourceId(DistrictId district, String sourceId);

  /**
   * @param sourceId the number in the student information system
   */
  record School(SchoolId id, DistrictId district, String sourceId, String name) {}
}
