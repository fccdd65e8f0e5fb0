package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.ServiceReach.Reach;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class ServiceReachTest {

  @Autowired private ServiceReach reach;
  @Autowired private OwnResources resources;
  @Autowired private TaskFixture fixture;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldCountWhatFamiliesCanGetTo() {
    TaskFixture.Place place = fixture.place();
    Actor coordinator = people.districtWide(place.district(), Role.COORDINATOR);
    List<FamilyId> families = List.of(family(place, "Mystic"), family(place, "Mystic"));
    assertThat(reach.of(place.district(), BarrierCode.B_FOOD, families)).isEqualTo(new Reach(0, 0));

    // The fixture's resources are in Norwalk.
    resources.add(
        place.district(),
        ReferralFixture.resource("Pantry", null, Need.FOOD, null, List.of()),
        coordinator.id());
    assertThat(reach.of(place.district(), BarrierCode.B_FOOD, families)).isEqualTo(new Reach(1, 0));
    assertThat(reach.of(place.district(), BarrierCode.B_FOOD, List.of(family(place, "Norwalk"))))
        .isEqualTo(new Reach(1, 1));
    assertThat(reach.of(place.district(), BarrierCode.B_UTILITIES, families))
        .isEqualTo(new Reach(0, 0));
  }

  @Test
  void shouldConcernOnlyWhatResourcesCanHelpWith() {
    assertThat(reach.concerns(BarrierCode.B_FOOD)).isTrue();
    assertThat(reach.concerns(BarrierCode.N_BULLYING)).isFalse();
  }

  private FamilyId family(TaskFixture.Place place, String town) {
    FamilyId family = fixture.family(place, "Ana", "Sample", "en").family();
    jdbc.sql(
            """
            update roster.contact set address = ? where id in (
              select l.contact_id from roster.contact_link l
              join roster.family_student s on s.student_id = l.student_id where s.family_id = ?)
            """)
        .params("12 Invented Street, " + town + ", CT 06355", family.value())
        .update();
    return family;
  }
}
