package org.porchlight.tasks.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.LastContacts;
import org.porchlight.shared.CaseId;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Cases with a task past its due date, or whose family nobody has heard from for six weeks. */
@Component
class StuckCases implements PackSource {

  /** Calls come every two or three weeks, later visits monthly: two rounds were missed. */
  static final Duration LONG = Duration.ofDays(42);

  private final TeamScope scope;
  private final Cases cases;
  private final LastContacts contacts;
  private final JdbcClient jdbc;
  private final Clock clock;

  StuckCases(TeamScope scope, Cases cases, LastContacts contacts, JdbcClient jdbc, Clock clock) {
    this.scope = scope;
    this.cases = cases;
    this.contacts = contacts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Why a case is stuck.
   *
   * @param overdue tasks past their due date
   * @param lateSince the oldest due date of these; null where there is none
   * @param heard when somebody last heard from the family
   */
  record Stuck(int overdue, @Nullable Instant lateSince, Instant heard) {

    boolean at(Instant now) {
      return overdue > 0 || silentAt(now);
    }

    boolean silentAt(Instant now) {
      return heard.isBefore(now.minus(LONG));
    }
  }

  @Override
  public ItemKind kind() {
    return ItemKind.STUCK;
  }

  @Override
  public List<UUID> subjects(Team team) {
    Instant now = clock.instant();
    return of(scope.cases(team).stream().map(CaseView::id).toList()).entrySet().stream()
        .filter(entry -> entry.getValue().at(now))
        .sorted(
            Comparator.comparing((Map.Entry<CaseId, Stuck> entry) -> since(entry.getValue()))
                .thenComparing(entry -> entry.getKey().value()))
        .map(entry -> entry.getKey().value())
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    CaseId id = new CaseId(subject);
    Instant now = clock.instant();
    return Optional.ofNullable(of(Set.of(id)).get(id))
        .map(stuck -> told(cases.get(id), stuck, now, zone));
  }

  private static Told told(CaseView view, Stuck stuck, Instant now, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    Instant late = stuck.lateSince();
    if (late != null) {
      facts.add(Fact.of("overdue", stuck.overdue(), Days.day(late, zone)));
    }
    facts.add(Fact.of(stuck.silentAt(now) ? "silent" : "heard", Days.day(stuck.heard(), zone)));
    return new Told(view.family(), view.id(), view.school(), !view.live() || !stuck.at(now), facts);
  }

  /** Of each case, stuck or not. */
  Map<CaseId, Stuck> of(Collection<CaseId> cases) {
    Map<CaseId, Stuck> all = new HashMap<>();
    contacts.of(cases).forEach((id, heard) -> all.put(id, new Stuck(0, null, heard)));
    jdbc.sql(
            """
            select subject, count(*) as late, min(due) as since from engine.open_task
            where subject = any(:cases) and due < :now group by subject
            """)
        .param("cases", new SqlArrayValue("uuid", cases.stream().map(CaseId::value).toArray()))
        .param("now", Timestamp.from(clock.instant()))
        .query(
            row -> {
              int late = row.getInt("late");
              Instant since = row.getTimestamp("since").toInstant();
              all.computeIfPresent(
                  new CaseId(row.getObject("subject", UUID.class)),
                  (id, known) -> new Stuck(late, since, known.heard()));
            });
    return all;
  }

  private static Instant since(Stuck stuck) {
    Instant late = stuck.lateSince();
    return late == null ? stuck.heard().plus(LONG) : late;
  }
}
