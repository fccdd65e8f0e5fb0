package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.RosterChanged;
import org.porchlight.shared.DistrictId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forms the families of a district anew from roster and decisions. A family keeps its id as long as
 * most of its students stay together, so that its case stays with it. Call it inside a transaction.
 */
@Component
public class FamilyFormation {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final FamilyProposals proposals;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FamilyFormation(
      JdbcClient jdbc,
      JdbcTemplate batch,
      FamilyProposals proposals,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.proposals = proposals;
    this.events = events;
    this.clock = clock;
  }

  public void form(DistrictId district) {
    Map<UUID, @Nullable UUID> familyOf = new HashMap<>();
    jdbc.sql(
            """
            select s.id, f.family_id from roster.student s left join roster.family_student f on f.student_id = s.id
            where s.district_id = ? and s.removed_at is null
            """)
        .param(district.value())
        .query(
            row -> {
              familyOf.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            });
    var groups = FamilyGrouping.of(familyOf.keySet(), links(district), decisions(district));
    store(district, groups.families(), familyOf);
    proposals.propose(district, groups.tooLarge());
    events.publishEvent(new RosterChanged(district));
  }

  private List<FamilyGrouping.Link> links(DistrictId district) {
    return jdbc.sql(
            """
            select l.student_id, l.contact_id, l.lives_with or l.legal_guardian as joins,
              l.restrictions is not null and l.restrictions is distinct from l.restrictions_cleared as restricted
            from roster.contact_link l
            join roster.student s on s.id = l.student_id and s.removed_at is null
            join roster.contact c on c.id = l.contact_id and c.removed_at is null
            where l.district_id = ?
            """)
        .param(district.value())
        .query(
            (row, n) ->
                new FamilyGrouping.Link(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    row.getBoolean(4)))
        .list();
  }

  private List<FamilyGrouping.Decision> decisions(DistrictId district) {
    return jdbc.sql(
            """
            select d.student_a, d.student_b, d.together from roster.family_decision d
            join roster.student a on a.id = d.student_a and a.removed_at is null
            join roster.student b on b.id = d.student_b and b.removed_at is null
            where a.district_id = ? order by d.decided_at, d.student_a, d.student_b
            """)
        .param(district.value())
        .query(
            (row, n) ->
                new FamilyGrouping.Decision(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
        .list();
  }

  private record Claim(UUID family, int students, Set<UUID> group) {}

  private void store(
      DistrictId district, List<Set<UUID>> groups, Map<UUID, @Nullable UUID> familyOf) {
    Set<UUID> taken = new HashSet<>();
    Set<Set<UUID>> settled = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    List<Object[]> members = new ArrayList<>();
    List<Object[]> families = new ArrayList<>();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    for (Claim claim : claims(groups, familyOf)) {
      if (!settled.contains(claim.group()) && taken.add(claim.family())) {
        settled.add(claim.group());
        move(claim.group(), claim.family(), familyOf, members);
      }
    }
    for (Set<UUID> group : groups) {
      if (settled.add(group)) {
        UUID family = UUID.randomUUID();
        families.add(new Object[] {family, district.value(), now});
        move(group, family, familyOf, members);
      }
    }
    batch.batchUpdate(
        "insert into roster.family (id, district_id, created_at) values (?, ?, ?)", families);
    batch.batchUpdate(
        """
        insert into roster.family_student (student_id, family_id) values (?, ?)
        on conflict (student_id) do update set family_id = excluded.family_id
        """,
        members);
  }

  /** The largest remainder of a family keeps its id. */
  private static List<Claim> claims(List<Set<UUID>> groups, Map<UUID, @Nullable UUID> familyOf) {
    List<Claim> claims = new ArrayList<>();
    for (Set<UUID> group : groups) {
      Map<UUID, Integer> students = new HashMap<>();
      for (UUID student : group) {
        UUID family = familyOf.get(student);
        if (family != null) {
          students.merge(family, 1, Integer::sum);
        }
      }
      students.forEach((family, n) -> claims.add(new Claim(family, n, group)));
    }
    claims.sort(Comparator.comparingInt(Claim::students).reversed().thenComparing(Claim::family));
    return claims;
  }

  private static void move(
      Set<UUID> group, UUID family, Map<UUID, @Nullable UUID> familyOf, List<Object[]> members) {
    for (UUID student : group) {
      if (!family.equals(familyOf.get(student))) {
        members.add(new Object[] {student, family});
      }
    }
  }
}
