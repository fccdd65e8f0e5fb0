package org.porchlight.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.Proposals;
import org.porchlight.referrals.Need;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rolled back, so that its fixed user names and its nine cases are seen by no other test, nor by
 * the engine.
 */
@PorchlightTest
@Transactional
class DemoDistrictTest {

  @Autowired DemoDistrict demo;
  @Autowired Proposals proposals;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldMakeADistrictWhoseQueuesAreNotEmpty() {
    Actor coordinator = demo.create();
    DistrictId district = coordinator.district();

    assertThat(coordinator.has(Role.COORDINATOR)).isTrue();
    assertThat(count("select count(*) from roster.school where district_id = ?", district))
        .isEqualTo(3);
    assertThat(count("select count(*) from roster.student where district_id = ?", district))
        .isBetween(380L, 420L);
    assertThat(
            count(
                """
                select count(*) from (
                  select family_id from roster.family_student fs
                  join roster.family f on f.id = fs.family_id where f.district_id = ?
                  group by family_id having count(*) > 1) siblings
                """,
                district))
        .isGreaterThan(40);
    assertThat(
            count(
                "select count(distinct home_language) from roster.student where district_id = ?",
                district))
        .isEqualTo(9);
    assertThat(
            count(
                """
                select count(distinct need) from referrals.resource, unnest(needs) need
                where district_id = ?
                """,
                district))
        .as("something for every need")
        .isEqualTo(Need.values().length);
    assertThat(
            count(
                """
                select count(*) from referrals.program
                where district_id = ? and seats > 0 and ends_on >= current_date
                """,
                district))
        .isEqualTo(3);
    assertThat(count("select count(*) from visits.visitor where district = ?", district))
        .isEqualTo(12);
    assertThat(count("select count(*) from attendance.event where district_id = ?", district))
        .isGreaterThan(400);
    assertThat(proposals.ranked(coordinator)).isNotEmpty();
    assertThat(
            count(
                "select count(*) from cases.family_case where district_id = ? and state <> 'CLOSED'",
                district))
        .isEqualTo(9);
  }

  @Test
  void shouldLeaveAnInstallationWithADistrictAlone() {
    demo.create();

    assertThat(demo.createWhereEmpty()).isFalse();
  }

  private long count(String sql, DistrictId district) {
    return jdbc.sql(sql).param(district.value()).query(Long.class).single();
  }
}
