package org.porchlight.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Assignments;
import org.porchlight.access.Duty;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.FileGate.Opened;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ScopeTest {

  private final DistrictId district = DistrictId.random();
  private final SchoolId school = SchoolId.random();
  private final FamilyFile file = new FamilyFile(FamilyId.random(), district, Set.of(school));
  private final FamilyFile withoutSchool = new FamilyFile(FamilyId.random(), district, Set.of());
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  private final Scope scope = new Scope(beans.getBeanProvider(Assignments.class));

  @Test
  void shouldOpenAFamilyOfTheOwnSchool() {
    assertThat(scope.decide(staff(false, Set.of(school)), file)).contains(new Opened(true));
  }

  @Test
  void shouldKeepAFamilyOfAnotherSchoolClosed() {
    assertThat(scope.decide(staff(false, Set.of(SchoolId.random())), file)).isEmpty();
  }

  @Test
  void shouldOpenAFamilyWithoutSchoolAtDistrictScopeOnly() {
    assertThat(scope.decide(staff(true, Set.of()), withoutSchool)).isPresent();
    assertThat(scope.decide(staff(false, Set.of(school)), withoutSchool)).isEmpty();
  }

  @Test
  void shouldKeepAnotherDistrictClosedToEverybody() {
    FamilyFile elsewhere = new FamilyFile(FamilyId.random(), DistrictId.random(), Set.of(school));

    assertThat(scope.decide(staff(true, Set.of(school)), elsewhere)).isEmpty();
    assertThat(scope.decide(actor(true, Set.of(), Set.of(Role.ADMINISTRATOR), Set.of()), elsewhere))
        .isEmpty();
  }

  @Test
  void shouldDenyVisitorsWhereNobodyAssignsThem() {
    assertThat(scope.decide(visitor(Set.of()), file)).isEmpty();
  }

  @Test
  void shouldRevealTheHomeToAnAssignedVisitorOnlyAfterTheYes() {
    beans.addBean("assignments", assignments(true, false));

    Optional<Opened> opened = scope.decide(visitor(Set.of()), file);

    assertThat(opened).contains(new Opened(false));
  }

  @Test
  void shouldDenyAVisitorWhoEnforcesEvenWhenAssigned() {
    beans.addBean("assignments", assignments(true, true));

    assertThat(scope.decide(visitor(Set.of(Duty.POLICE)), file)).isEmpty();
    assertThat(scope.decide(visitor(Set.of()), file)).contains(new Opened(true));
  }

  @Test
  void shouldNotTakeTheSchoolsOfAVisitorForAScope() {
    beans.addBean("assignments", assignments(false, false));
    Actor visitor = actor(true, Set.of(school), Set.of(Role.VISITOR), Set.of());

    assertThat(scope.decide(visitor, file)).isEmpty();
  }

  private Actor staff(boolean wide, Set<SchoolId> schools) {
    return actor(wide, schools, Set.of(Role.COORDINATOR), Set.of());
  }

  private Actor visitor(Set<Duty> duties) {
    return actor(false, Set.of(), Set.of(Role.VISITOR), duties);
  }

  private Actor actor(boolean wide, Set<SchoolId> schools, Set<Role> roles, Set<Duty> duties) {
    return new Actor(UserId.random(), "pat", "Pat", district, wide, schools, roles, duties);
  }

  private static Assignments assignments(boolean assigned, boolean revealed) {
    return new Assignments() {
      @Override
      public boolean assigned(UserId visitor, FamilyId family) {
        return assigned;
      }

      @Override
      public boolean homeRevealed(UserId visitor, FamilyId family) {
        return revealed;
      }
    };
  }
}
