package org.porchlight.access;

import java.util.List;
import java.util.Optional;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/** The people who may sign in. */
public interface Users {

  /**
   * Adds a person; the password is stored hashed. Throws {@code IllegalArgumentException} where the
   * user name is taken or not well formed, where a part is missing, and where somebody with an
   * enforcing {@link Duty} would become a visitor (I11).
   */
  UserId add(NewUser user);

  Optional<Actor> find(UserId id);

  /** By user name, whatever its case. */
  Optional<Actor> named(String username);

  /** The administrators of the installation. */
  List<Actor> withoutDistrict();

  List<Actor> ofDistrict(DistrictId district);
}
