package org.porchlight.roster.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class AccountsTest {

  @Autowired Accounts accounts;
  @Autowired Districts districts;
  @Autowired TestPeople people;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;

  private final Actor installation =
      new Actor(
          UserId.random(), "i", "I", null, true, Set.of(), Set.of(Role.ADMINISTRATOR), Set.of());

  @Test
  void shouldLetTheAdministratorOfTheInstallationAddADistrictOnce() {
    String name = "District " + UUID.randomUUID();

    DistrictId added = accounts.addDistrict(installation, name, "America/New_York", "ct");

    assertThat(districts.find(added).orElseThrow().state()).isEqualTo("CT");
    refuses(() -> accounts.addDistrict(installation, name, "America/New_York", "CT"), "already");
    refuses(() -> accounts.addDistrict(installation, "x", "Nowhere", "CT"), "America/New_York");
    refuses(() -> accounts.addDistrict(installation, "x", "UTC", "Conn"), "two letters");
    refuses(() -> accounts.addDistrict(installation, " ", "UTC", "CT"), "name");
    Actor ofDistrict = people.districtWide(added, Role.ADMINISTRATOR);
    refuses(() -> accounts.addDistrict(ofDistrict, "y", "UTC", "CT"), "installation");
    assertThat(accounts.districts(ofDistrict)).hasSize(1);
  }

  @Test
  void shouldEndAnAccountAndFreeWhatThePersonHadTakenOn() {
    DistrictId own = districts.add("Own", ZoneId.of("America/New_York"), "CT");
    DistrictId other = districts.add("Other", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(own, Role.ADMINISTRATOR);
    Actor leaving = people.districtWide(own, Role.COORDINATOR);
    Actor elsewhere = people.districtWide(other, Role.COORDINATOR);
    long task = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    jdbc.sql("insert into tasks.claim (task_key, assignee, claimed_at) values (?, ?, now())")
        .params(task, leaving.id().value())
        .update();

    accounts.leave(admin, leaving.id());

    assertThat(users.named(leaving.username())).isEmpty();
    assertThat(users.find(leaving.id())).isPresent();
    assertThat(accounts.users(admin)).extracting(Actor::id).doesNotContain(leaving.id());
    assertThat(
            jdbc.sql("select count(*) from tasks.claim where task_key = ?")
                .param(task)
                .query(Integer.class)
                .single())
        .isZero();
    refuses(() -> accounts.leave(admin, admin.id()), "own account");
    refuses(() -> accounts.leave(admin, elsewhere.id()), "no such account");
  }

  @Test
  void shouldKeepAnAdministratorWithinTheirDistrict() {
    DistrictId own = districts.add("Own", ZoneId.of("America/New_York"), "CT");
    DistrictId other = districts.add("Other", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(own, Role.ADMINISTRATOR);

    UserId added = accounts.addUser(admin, user(own, true, Role.COORDINATOR));

    assertThat(accounts.users(admin)).extracting(Actor::id).contains(added, admin.id());
    refuses(() -> accounts.addUser(admin, user(other, true, Role.COORDINATOR)), "your scope");
    refuses(() -> accounts.addUser(admin, user(null, true, Role.ADMINISTRATOR)), "your scope");
    refuses(() -> accounts.addUser(admin, user(own, false, Role.TEAM)), "school");
    Actor coordinator = people.districtWide(own, Role.COORDINATOR);
    refuses(() -> accounts.addUser(coordinator, user(own, true, Role.TEAM)), "administrators");
  }

  @Test
  void shouldRefuseAVisitorWhoEnforcesAndASchoolOfElsewhere() {
    DistrictId district = districts.add("I11", ZoneId.of("America/New_York"), "CT");
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);
    NewUser enforcing =
        new NewUser(
            "u" + UUID.randomUUID(),
            "long enough",
            "A",
            district,
            true,
            Set.of(),
            Set.of(Role.VISITOR),
            Set.of(Duty.TRUANCY));
    NewUser elsewhere =
        new NewUser(
            "u" + UUID.randomUUID(),
            "long enough",
            "A",
            district,
            false,
            Set.of(SchoolId.random()),
            Set.of(Role.TEAM),
            Set.of());

    refuses(() -> accounts.addUser(admin, enforcing), "I11");
    refuses(() -> accounts.addUser(admin, elsewhere), "not one of this district");
  }

  private static NewUser user(DistrictId district, boolean wide, Role role) {
    return new NewUser(
        "u" + UUID.randomUUID(),
        "long enough",
        "A",
        district,
        wide,
        Set.of(),
        Set.of(role),
        Set.of());
  }

  private static void refuses(Runnable what, String because) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            AccountProblem.class, problem -> assertThat(problem.getReason()).contains(because));
  }
}
