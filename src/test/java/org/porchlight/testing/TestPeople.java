package org.porchlight.testing;

import java.util.Set;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Makes people who can sign in, each under a name of their own. */
@Component
public class TestPeople {

  /** Of everybody made here. */
  public static final String PASSWORD = "porchlight-test";

  private final Users users;

  TestPeople(Users users) {
    this.users = users;
  }

  public Actor atSchool(DistrictId district, SchoolId school, Role... roles) {
    return add(district, false, Set.of(school), roles);
  }

  public Actor districtWide(DistrictId district, Role... roles) {
    return add(district, true, Set.of(), roles);
  }

  private Actor add(DistrictId district, boolean wide, Set<SchoolId> schools, Role... roles) {
    String username = "user-" + UUID.randomUUID();
    NewUser user =
        new NewUser(
            username, PASSWORD, "Alex Example", district, wide, schools, Set.of(roles), Set.of());
    return users.find(users.add(user)).orElseThrow();
  }
}
