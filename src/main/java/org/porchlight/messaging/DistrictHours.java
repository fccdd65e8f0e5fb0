package org.porchlight.messaging;

import java.time.LocalDate;
import java.time.LocalTime;
import org.porchlight.shared.DistrictId;

/** Implemented by the module that knows each district's program: when its texts may leave. */
public interface DistrictHours {

  /** {@code day} is one of the district's zone. */
  Hours on(DistrictId district, LocalDate day);

  /**
   * @param works whether staff work that day; otherwise no text leaves
   * @param opens in the district's zone
   * @param closes later the same day
   */
  record Hours(boolean works, LocalTime opens, LocalTime closes) {}
}
