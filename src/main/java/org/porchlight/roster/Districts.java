package org.porchlight.roster;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.porchlight.shared.DistrictId;

/** The school districts of this installation. */
public interface Districts {

  Optional<District> find(DistrictId id);

  List<District> all();

  /**
   * @param state two capital letters; an unknown state falls back to no rule, see the attendance
   *     module
   */
  DistrictId add(String name, ZoneId zone, String state);

  /**
   * @param zone of the district's families: send windows, due dates and "today"
   */
  record District(DistrictId id, String name, ZoneId zone, String state) {}
}
