package org.porchlight.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.cases.FamilyContacts;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.ContactBudget;
import org.porchlight.messaging.UnaskedTexts;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Counts texts and people's tries together, against the program's budget. */
@Component
class CountedContacts implements FamilyContacts, ContactBudget {

  static final Duration PERIOD = Duration.ofDays(30);

  private final UnaskedTexts texts;
  private final Programs programs;
  private final JdbcClient jdbc;
  private final Clock clock;

  CountedContacts(UnaskedTexts texts, Programs programs, JdbcClient jdbc, Clock clock) {
    this.texts = texts;
    this.programs = programs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Count count(FamilyId family, DistrictId district) {
    Instant since = clock.instant().minus(PERIOD);
    List<Instant> made = new ArrayList<>(texts.since(family, since));
    made.addAll(byPeople(List.of(family), since).getOrDefault(family, List.of()));
    return count(made, programs.current(district).contact().budget());
  }

  @Override
  public Set<FamilyId> withRoom(Collection<FamilyId> families, DistrictId district) {
    Instant since = clock.instant().minus(PERIOD);
    int allowed = programs.current(district).contact().budget();
    Map<FamilyId, List<Instant>> byText = texts.since(families, since);
    Map<FamilyId, List<Instant>> byPeople = byPeople(families, since);
    return families.stream()
        .filter(
            family ->
                byText.getOrDefault(family, List.of()).size()
                        + byPeople.getOrDefault(family, List.of()).size()
                    < allowed)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean leavesRoom(FamilyId family, DistrictId district) {
    return count(family, district).leavesRoom();
  }

  /** There is room again when the newest {@code allowed - 1} are left of the period. */
  static Count count(List<Instant> made, int allowed) {
    List<Instant> ordered = new ArrayList<>(made);
    Collections.sort(ordered);
    int over = ordered.size() - allowed;
    Instant room = over < 0 ? null : ordered.get(over).plus(PERIOD);
    return new Count(ordered.size(), allowed, room);
  }

  /** A try that answers the family's own wish for a call does not count. */
  private Map<FamilyId, List<Instant>> byPeople(Collection<FamilyId> families, Instant since) {
    Map<FamilyId, List<Instant>> made = new HashMap<>();
    jdbc.sql(
            """
            select c.family_id, t.at from cases.contact_try t join cases.family_case c on c.id = t.case_id
            where c.family_id = any(:families) and t.at > :since and not exists (
              select from cases.invitation i
              where i.case_id = t.case_id and i.answer = 'CALL_ME' and i.closed_at <= t.at
                and not exists (select from cases.contact_try r where r.case_id = t.case_id
                  and r.at > i.closed_at and r.at < t.at and r.answer <> 'NOT_REACHED'))
            union all
            select c.family_id, t.at from cases.call_try t join cases.family_case c on c.id = t.case_id
            where c.family_id = any(:families) and t.at > :since
            """)
        .param(
            "families", new SqlArrayValue("uuid", families.stream().map(FamilyId::value).toArray()))
        .param("since", Timestamp.from(since))
        .query(
            row -> {
              made.computeIfAbsent(
                      new FamilyId(row.getObject("family_id", UUID.class)),
                      each -> new ArrayList<>())
                  .add(row.getTimestamp("at").toInstant());
            });
    return made;
  }
}
