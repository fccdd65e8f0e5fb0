package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Students who may be one family, for a person to decide: the same home or phone, or too many to
 * join unseen.
 */
@Repository
class FamilyProposals {

  private final JdbcClient jdbc;
  private final Clock clock;

  FamilyProposals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a person has decided stays decided; an open proposal whose ground is gone goes. */
  void propose(DistrictId district, List<Set<UUID>> tooLarge) {
    jdbc.sql("delete from roster.family_proposal where district_id = ? and state = 'OPEN'")
        .param(district.value())
        .update();
    for (Set<UUID> students : tooLarge) {
      jdbc.sql(
              """
              insert into roster.family_proposal (id, district_id, reason, students, state, created_at)
              values (gen_random_uuid(), ?, 'TOO_LARGE', ?, 'OPEN', ?) on conflict do nothing
              """)
          .params(
              district.value(),
              students.toArray(UUID[]::new),
              clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    proposeShared(
        district,
        "SAME_ADDRESS",
        "lower(regexp_replace(c.address, '[^[:alnum:]]+', ' ', 'g'))",
        "");
    proposeShared(
        district,
        "SAME_PHONE",
        "coalesce(p.e164, p.as_given)",
        "join roster.phone p on p.contact_id = c.id");
  }

  /** Both texts of SQL are constants of this class. */
  private void proposeShared(DistrictId district, String reason, String shared, String join) {
    jdbc.sql(
            """
            insert into roster.family_proposal (id, district_id, reason, students, state, created_at)
            select gen_random_uuid(), :district, :reason, g.students, 'OPEN', :now
            from (
              select distinct array_agg(distinct s.id order by s.id) as students
              from roster.contact c
              join roster.contact_link l on l.contact_id = c.id
              join roster.student s on s.id = l.student_id and s.removed_at is null
              join roster.family_student f on f.student_id = s.id
            """
                + join
                + """

              where c.district_id = :district and c.removed_at is null
                and (l.lives_with or l.legal_guardian)
                and
            """
                + shared
                + """
 is not null
                and (l.restrictions is null or l.restrictions is not distinct from l.restrictions_cleared)
              group by
            """
                + shared
                + """

              having count(distinct f.family_id) > 1 and count(distinct s.id) <= :largest) g
            where not exists (
              select from roster.family_decision d
              where not d.together and d.student_a = any(g.students) and d.student_b = any(g.students))
            on conflict do nothing
            """)
        .param("district", district.value())
        .param("reason", reason)
        .param("largest", FamilyGrouping.LARGEST)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
