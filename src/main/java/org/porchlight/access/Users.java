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

  /**
   * Gives a person the role of a visitor; does nothing where they have it. From their next sign-in
   * they see what it opens.
   *
   * @throws IllegalArgumentException for somebody with an enforcing {@link Duty} (I11)
   */
  void makeVisitor(UserId user);

  /**
   * Ends the account: no sign-in from now on, and what the person had taken on is free again
   * ({@link UserLeft}). Does nothing where it has ended.
   */
  void leave(UserId user);

  /** Also somebody who has left, for what they did. */
  Optional<Actor> find(UserId id);

  /** By user name, whatever its case; nobody who has left. */
  Optional<Actor> named(String username);

  /** The administrators of the installation; nobody who has left. */
  List<Actor> withoutDistrict();

  /** Nobody who has left. */
  List<Actor> ofDistrict(DistrictId district);
}
