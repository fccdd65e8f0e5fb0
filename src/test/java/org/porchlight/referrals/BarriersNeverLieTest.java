package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.Reconciliation;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.InventedPeople.Lives;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I5: partners, owners and families do as they like, and at no moment of rest is an open barrier
 * without an owner and a due date to come, nor above its owner without a task for somebody there.
 * Some barriers over two months here; {@code -Dporchlight.barriers=200
 * -Dporchlight.barrier-days=182} is the whole of it, and {@code target/barriers-never-lie.md} tells
 * how it went.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE - 2)
class BarriersNeverLieTest {

  private static final int BARRIERS = Integer.getInteger("porchlight.barriers", 8);
  private static final int DAYS = Integer.getInteger("porchlight.barrier-days", 60);
  private static final long PEOPLE = Long.getLong("porchlight.barrier-people", 42);
  private static final List<BarrierCode> CODES =
      List.of(
          BarrierCode.B_FOOD,
          BarrierCode.B_HOMELESS,
          BarrierCode.N_BULLYING,
          BarrierCode.B_DEVICE_INTERNET);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int WORKING_MINUTES = 10 * 60;
  private static final int LEAST_HOURS = 8;
  private static final int MOST_HOURS = Integer.getInteger("porchlight.barrier-gap", 80);

  /** From an instant at which something falls due to the task that says so. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  @Autowired HelpWalk walk;
  @Autowired InventedPeople people;
  @Autowired CaseWalk cases;
  @Autowired TestCases testCases;
  @Autowired Reconciliation reconciliation;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final Random random = new Random(PEOPLE);
  private final List<String> violations = new ArrayList<>();
  private final TreeMap<Integer, Integer> levels = new TreeMap<>();
  private int rests;
  private int checks;

  /** An open barrier as the database has it, and its process as the engine's records have it. */
  private record Standing(
      UUID barrier,
      String owner,
      Instant due,
      int level,
      int roots,
      int above,
      @Nullable String places) {

    List<String> wrong(Instant now) {
      List<String> wrong = new ArrayList<>();
      if (owner.isBlank()) {
        wrong.add("nobody has it");
      }
      if (due.isBefore(now.minusSeconds(5))) {
        wrong.add("it was due at " + due + ", level " + level + ", stands at " + places);
      }
      if (roots != 1) {
        wrong.add(roots + " processes run");
      }
      if (above != Math.min(1, level)) {
        wrong.add("level " + level + ", and " + above + " tasks for somebody above");
      }
      if (places == null) {
        wrong.add("it stands nowhere");
      }
      return wrong;
    }
  }

  @Test
  void shouldNeverLeaveABarrierLying() throws IOException {
    Lives lives = people.begin(random);
    List<Told> all = tell(lives);
    UUID[] ids = all.stream().map(Told::barrier).toArray(UUID[]::new);
    Instant begun = Instant.now();
    Instant first = time.now();
    Instant last = time.now().plus(Duration.ofDays(DAYS));
    time.awaitQuiet();
    while (time.now().isBefore(last)) {
      check(ids);
      report(
          all, lives, Duration.between(first, time.now()), Duration.between(begun, Instant.now()));
      all.forEach(lives::live);
      time.advanceBy(untilNext());
    }
    check(ids);
    report(all, lives, Duration.between(first, time.now()), Duration.between(begun, Instant.now()));
    assertThat(violations).isEmpty();
    assertThat(reconciliation.report().leftLying()).doesNotContain(ids);

    all.stream().map(Told::about).distinct().forEach(cases::leave);
    time.awaitQuiet();
    assertThat(standing(ids)).isEmpty();
    assertThat(running(ids)).isZero();
  }

  private List<Told> tell(Lives lives) {
    List<Told> all = new ArrayList<>();
    Opened about = null;
    for (int i = 0; i < BARRIERS; i++) {
      if (about == null || i % CODES.size() == 0) {
        about = testCases.open();
      }
      Told told = walk.tell(about, CODES.get(i % CODES.size()));
      lives.meet(told, i);
      all.add(told);
    }
    return all;
  }

  /** Somebody comes to work again: after some hours, or a day or two. */
  private Duration untilNext() {
    ZonedDateTime now = time.now().atZone(HelpWalk.ZONE);
    ZonedDateTime next = now.plusHours(random.nextInt(LEAST_HOURS, MOST_HOURS));
    if (next.toLocalTime().isBefore(MORNING)
        || next.toLocalTime().isAfter(MORNING.plusMinutes(WORKING_MINUTES))) {
      next = next.with(MORNING).plusMinutes(random.nextInt(WORKING_MINUTES));
    }
    while (!next.isAfter(now)
        || next.getDayOfWeek() == DayOfWeek.SATURDAY
        || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return Duration.between(now, next);
  }

  /** The invariant. */
  private void check(UUID[] ids) {
    Instant patience = Instant.now().plus(ON_ITS_WAY);
    while (!wrong(ids).isEmpty() && Instant.now().isBefore(patience)) {
      time.awaitQuiet();
    }
    violations.addAll(wrong(ids));
    for (Standing each : standing(ids)) {
      checks++;
      levels.merge(each.level(), 1, Integer::sum);
    }
    rests++;
  }

  private List<String> wrong(UUID[] ids) {
    Instant now = time.now();
    return standing(ids).stream()
        .flatMap(
            each ->
                each.wrong(now).stream()
                    .map(wrong -> "%s at %s: %s".formatted(each.barrier(), now, wrong)))
        .toList();
  }

  private List<Standing> standing(UUID[] ids) {
    return jdbc.sql(
            """
            select b.id, b.owner_group, b.due_at, b.level,
              (select count(*) from engine.process_root r
                join engine.process_instance i on i.key = r.root_key
                where r.subject = b.id and i.state = 'ACTIVE') as roots,
              (select count(*) from engine.open_task t where t.subject = b.id
                and t.element_id = 'userTask_StepIn' and cardinality(t.groups) > 0) as above,
              (select string_agg(p.element_id, ' ') from engine.place p where p.subject = b.id)
                as places
            from cases.barrier b where b.id = any(?) and b.ended is null
            """)
        .param(ids)
        .query(
            (row, i) ->
                new Standing(
                    row.getObject("id", UUID.class),
                    row.getString("owner_group"),
                    row.getTimestamp("due_at").toInstant(),
                    row.getInt("level"),
                    row.getInt("roots"),
                    row.getInt("above"),
                    row.getString("places")))
        .list();
  }

  private int running(UUID[] ids) {
    return jdbc.sql(
            """
            select count(*) from engine.process_root r
            join engine.process_instance i on i.key = r.root_key
            where r.subject = any(?) and i.state = 'ACTIVE'
            """)
        .param(ids)
        .query(Integer.class)
        .single();
  }

  /** Written at each rest, so that it can be read while a long run goes on. */
  private void report(List<Told> all, Lives lives, Duration lived, Duration took)
      throws IOException {
    TreeMap<String, Integer> ends = new TreeMap<>();
    TreeMap<String, Integer> hops = new TreeMap<>();
    for (Told told : all) {
      ends.merge(end(told), 1, Integer::sum);
      hops.merge("%2d".formatted(hops(told)), 1, Integer::sum);
    }
    String text =
        """
        # %d barriers over %d days

        Moments of rest: %d. Checks of an open barrier: %d. Violations: %d. Seconds: %d.

        | code: how it ended | barriers |
        |---|---|
        %s

        | times that it went one level up | barriers |
        |---|---|
        %s

        | level at a check (0 the owner) | checks |
        |---|---|
        %s

        | what was done | times |
        |---|---|
        %s

        %s
        """
            .formatted(
                all.size(),
                lived.toDays(),
                rests,
                checks,
                violations.size(),
                took.toSeconds(),
                table(ends),
                table(hops),
                table(levels),
                table(lives.acts()),
                String.join("\n", violations));
    Files.writeString(TestServers.buildFolder().resolve("barriers-never-lie.md"), text);
  }

  private String end(Told told) {
    var barrier = walk.barrier(told);
    return barrier.code() + ": " + (barrier.open() ? "open" : barrier.end());
  }

  private int hops(Told told) {
    return jdbc.sql(
            """
            select count(*) from referrals.help_step where barrier_id = ? and what like 'raised.%'
            """)
        .param(told.barrier())
        .query(Integer.class)
        .single();
  }

  private static String table(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> "| %s | %d |".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
