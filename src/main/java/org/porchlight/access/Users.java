package org.porchlight.access;

import java.util.List;
import java.util.Optional;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/** The people who may sign in. */
public interface Users {

  /**
   * Adds a person; the password is stored hashed. Throws {@code IllegalArgumentException} where the
   * user name is taken.
   */
  UserId add(NewUser user);

  Optional<Actor> find(UserId id);

  List<Actor> ofDistrict(DistrictId district);
}
