package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.OptOuts;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.ToldOfVisits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ToldGuardians implements ToldOfVisits {

  private final CaseContacts contacts;
  private final OptOuts optOuts;
  private final JdbcClient jdbc;
  private final Clock clock;

  ToldGuardians(CaseContacts contacts, OptOuts optOuts, JdbcClient jdbc, Clock clock) {
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<GuardianId> of(CaseId id) {
    return Set.copyOf(
        jdbc.sql("select guardian from visits.told_guardian where case_id = ?")
            .param(id.value())
            .query((row, number) -> new GuardianId(row.getObject("guardian", UUID.class)))
            .list());
  }

  @Override
  public void choose(CaseId id, Set<GuardianId> guardians, UserId by) {
    Set<GuardianId> textable =
        contacts.textable(id).stream().map(TextContact::guardian).collect(Collectors.toSet());
    if (!textable.containsAll(guardians)) {
      throw new IllegalArgumentException(
          "Choose among the contacts of the family who can be texted");
    }
    for (GuardianId before : of(id)) {
      // Whoever cannot be texted for now was not there to choose.
      if (textable.contains(before) && !guardians.contains(before)) {
        jdbc.sql("delete from visits.told_guardian where case_id = ? and guardian = ?")
            .params(id.value(), before.value())
            .update();
      }
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    for (GuardianId guardian : guardians) {
      jdbc.sql(
              """
              insert into visits.told_guardian (case_id, guardian, chosen_by, at)
              values (?, ?, ?, ?) on conflict (case_id, guardian) do nothing
              """)
          .params(id.value(), guardian.value(), by.value(), now)
          .update();
    }
  }

  /**
   * Whom the case asks, if it texts anybody, then the chosen: each at their first number. Of a
   * chosen one who wants no more texts nobody has to hear: the family is told all the same.
   */
  List<TextContact> readers(CaseId id) {
    Set<GuardianId> chosen = of(id);
    Set<GuardianId> seen = new HashSet<>();
    List<TextContact> readers = new ArrayList<>();
    for (TextContact each : contacts.textable(id)) {
      boolean told =
          readers.isEmpty() || chosen.contains(each.guardian()) && !optOuts.optedOut(each.phone());
      if (told && seen.add(each.guardian())) {
        readers.add(each);
      }
    }
    return readers;
  }
}
