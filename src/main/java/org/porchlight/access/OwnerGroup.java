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
}
