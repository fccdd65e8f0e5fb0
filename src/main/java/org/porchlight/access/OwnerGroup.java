package org.porchlight.access;

import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;

/**
 * Who owns a task, as the text that the engine keeps as candidate group: opaque ids and a role, no
 * names.
 */
public record OwnerGroup(String text) {

  public static OwnerGroup coordinators(SchoolId school) {
    return new OwnerGroup("school:" + school + ":coordinator");
  }

  public static OwnerGroup coordinators(DistrictId district) {
    return new OwnerGroup("district:" + district + ":coordinator");
  }

  public static OwnerGroup team(SchoolId school) {
    return new OwnerGroup("school:" + school + ":team");
  }

  public static OwnerGroup team(DistrictId district) {
    return new OwnerGroup("district:" + district + ":team");
  }

  public static OwnerGroup visitor(UserId visitor) {
    return new OwnerGroup("visitor:" + visitor);
  }

  /**
   * Those who have a named role at a school.
   *
   * @param role lower-case words joined by hyphens
   */
  public static OwnerGroup role(SchoolId school, String role) {
    return new OwnerGroup("school:" + school + ":" + role);
  }

  /** The same for a whole district. */
  public static OwnerGroup role(DistrictId district, String role) {
    return new OwnerGroup("district:" + district + ":" + role);
  }

  /** Those who see to what cannot wait. */
  public static OwnerGroup onCall(DistrictId district) {
    return new OwnerGroup("district:" + district + ":on-call");
  }
}
