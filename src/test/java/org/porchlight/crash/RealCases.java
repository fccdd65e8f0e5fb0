package org.porchlight.crash;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Cases on their way from the nomination to the agreement on a time: opened and planned by the
 * coordinator, accepted by both visitors, answered by the family.
 */
final class RealCases implements Load {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String LAST_STEP = "userTask_AgreeTime";

  private final int howMany;
  private @Nullable People people;
  private @Nullable Thread acting;
  private volatile boolean resting;
  private int textsBefore;
  private int unknownBefore;

  RealCases(int howMany) {
    this.howMany = howMany;
  }

  /** Returns when about half of the visitors are asked: commands, jobs and texts are under way. */
  @Override
  public void begin(ApplicationProcess application) throws Exception {
    CaseFacts facts = new CaseFacts(application);
    int before = facts.count("select count(*) from messaging.attempt");
    textsBefore = facts.count(TEXTS);
    unknownBefore = facts.count(UNKNOWN);
    People started = new People(application, howMany);
    people = started;
    resting = false;
    acting = Thread.ofPlatform().daemon().name("people").start(() -> keepActing(started));
    await("texts to visitors; last trouble: " + started.trouble())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> facts.count("select count(*) from messaging.attempt") >= before + howMany);
  }

  private void keepActing(People people) {
    try {
      while (!resting) {
        people.act();
        Thread.sleep(Duration.ofMillis(200));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      e.printStackTrace(); // the cases then stand still, and the table says so
    }
  }

  @Override
  public Tally settle(ApplicationProcess application) throws Exception {
    CaseFacts facts = new CaseFacts(application);
    People all = people;
    Thread thread = acting;
    if (all == null || thread == null) {
      throw new IllegalStateException("Nothing has begun");
    }
    try {
      await("all cases to come to the agreement on a time and all texts to be settled")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(
              orFalse(
                  () ->
                      all.cases().size() == all.howMany()
                          && facts.count(arrived(all)) == all.howMany()
                          && facts.count(UNSETTLED) == 0));
    } catch (ConditionTimeoutException e) {
      System.out.println("Not at rest; the last trouble was " + all.trouble());
    } finally {
      resting = true;
      thread.join(Duration.ofSeconds(30));
    }
    return tally(facts, all);
  }

  private static final String TEXTS = "select count(*) from messaging.intent";
  private static final String UNKNOWN = TEXTS + " where state = 'UNKNOWN'";
  private static final String UNSETTLED =
      "select (select count(*) from messaging.intent where state in ('WAITING', 'SENDING'))"
          + " + (select count(*) from engine.command where state = 'PENDING')";

  private static String arrived(People people) {
    return "select count(distinct subject) from engine.open_task where element_id = '%s' and subject in %s"
        .formatted(LAST_STEP, CaseFacts.in(people.cases().values()));
  }

  private Tally tally(CaseFacts facts, People people) throws Exception {
    String mine = CaseFacts.in(people.cases().values());
    String said = CaseFacts.in(people.submissions());
    String heard = CaseFacts.in(people.replies());
    Map<String, Integer> lost = new LinkedHashMap<>();
    lost.put("cases that stand still", people.howMany() - facts.count(arrived(people)));
    lost.put(
        "submissions not stored",
        people.submissions().size()
            - facts.count("select count(*) from engine.submission where id in " + said));
    lost.put(
        "submissions not on the timeline",
        people.submissions().size()
            - facts.count(
                """
                select count(distinct split_part(entry_key, ':', 2)) from cases.timeline
                where split_part(entry_key, ':', 2) in """
                    + " "
                    + said));
    lost.put(
        "replies not stored",
        people.replies().size()
            - facts.count("select count(*) from messaging.inbound where sid in " + heard));
    lost.put(
        "texts neither sent nor skipped with a reason",
        facts.count(
            """
            select count(*) from messaging.intent
            where state in ('WAITING', 'SENDING') or state in ('SKIPPED', 'FAILED') and reason is null
            """));
    Map<String, Integer> twice = new LinkedHashMap<>();
    twice.put(
        "texts",
        facts.count(
            """
            select coalesce(sum(sent - wanted), 0) from (
              select m.phone, m.body, count(*) as sent, (
                select count(distinct a.intent) from messaging.attempt a
                where a.phone = p.number and a.body = m.body) as wanted
              from simulator.message m join simulator.phone p on p.id = m.phone
              where m.direction = 'outbound-api' group by m.phone, m.body, p.number) by_text
            where sent > wanted
            """));
    twice.put(
        "root instances",
        facts.count(
            """
            select count(*) from engine.process_root r join engine.process_instance i on i.key = r.root_key
            where r.run > 1 and r.subject in %s
            """
                .formatted(mine)));
    twice.put(
        "tasks",
        facts.count(
            """
            select coalesce(sum(n - 1), 0) from (
              select count(*) as n from engine.user_task t
              join engine.process_instance i on i.key = t.process_instance_key
              join engine.process_root r on r.root_key = i.root_key
              where r.subject in %s group by r.subject, t.element_id) by_case
            """
                .formatted(mine)));
    int unknown = facts.count(UNKNOWN) - unknownBefore;
    int acts =
        people.howMany()
            + people.submissions().size()
            + people.replies().size()
            + facts.count(TEXTS)
            - textsBefore;
    return new Tally(acts, sum(lost), sum(twice), unknown, lost + " " + twice);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A part may be away while we look. */
  private static Callable<Boolean> orFalse(Callable<Boolean> condition) {
    return () -> {
      try {
        return condition.call();
      } catch (SQLException e) {
        return false;
      }
    };
  }
}
