package org.porchlight.messaging.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Segments;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand texts that waited for the window, and how they leave when it opens: {@code mvn test
 * -Dtest=SpreadTest -Dporchlight.spread-benchmark=true -Dporchlight.messaging.spread=PT5M
 * -Dporchlight.messaging.pace.per-second=50} writes it to {@code target/spread.md}. In real time,
 * so not part of each run.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE - 1)
@EnabledIfSystemProperty(named = "porchlight.spread-benchmark", matches = "true")
class SpreadTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final int TEXTS = Integer.getInteger("porchlight.spread-benchmark.texts", 10_000);
  private static final int FIRST = 7_000_000;

  @Autowired Correspondence correspondence;
  @Autowired DueTexts due;
  @Autowired MessagingSettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private final List<Long> heap = new ArrayList<>();

  /**
   * @param minute from the opening of the window, the first is 1
   */
  private record Minute(int minute, int visit, int answer, int unasked) {

    int all() {
      return visit + answer + unasked;
    }
  }

  @Test
  void shouldSpreadWhatWaitedForTheWindow() throws IOException {
    assumeThat(settings.spread()).as("-Dporchlight.messaging.spread").isPositive();
    correspondence.openWindow();
    clock.advance(until(LocalTime.of(20, 30), 0));
    DistrictId district = due.add(TEXTS, FIRST);
    jdbc.sql(
            """
            update messaging.intent set due_at = :now, urgency =
              case when substr(phone, 6)::int % 10 = 0 then 1
                when substr(phone, 6)::int % 10 <= 2 then 2 else 3 end
            where district = :district
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("district", district.value())
        .update();
    await().atMost(Duration.ofMinutes(5)).until(() -> held(district) == TEXTS);

    Instant opening = clock.instant().plus(until(LocalTime.of(9, 0), 1));
    clock.advance(Duration.between(clock.instant(), opening).minusSeconds(5));
    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(settings.spread().plus(Duration.ofMinutes(15)))
        .until(
            () -> {
              heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
              return due.left(district) == 0;
            });

    List<Minute> minutes = minutes(district, opening);
    report(minutes, segments(district));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> due.assertEachSentOnce(district, TEXTS));
    assertThat(minutes).extracting(Minute::minute).allMatch(minute -> minute > 0);
    assertThat(first(district, Urgency.ANSWER))
        .isAfterOrEqualTo(opening.plus(settings.spread().dividedBy(3)));
    assertThat(first(district, Urgency.UNASKED))
        .isAfterOrEqualTo(opening.plus(settings.spread().multipliedBy(2).dividedBy(3)));
    double perSecond = settings.pace().perSecond();
    if (perSecond > 0) {
      int segments = segments(district);
      assertThat(minutes).allMatch(each -> each.all() * segments <= 62 * perSecond);
    }
  }

  private Duration until(LocalTime time, int days) {
    var local = clock.instant().atZone(ZONE);
    return Duration.between(local, local.toLocalDate().plusDays(days).atTime(time).atZone(ZONE));
  }

  private int held(DistrictId district) {
    return jdbc.sql(
            """
            select count(*) from messaging.intent
            where district = :district and state = 'WAITING' and reason = 'outside-window'
            """)
        .param("district", district.value())
        .query(Integer.class)
        .single();
  }

  private List<Minute> minutes(DistrictId district, Instant opening) {
    return jdbc.sql(
            """
            select cast(floor(extract(epoch from a.started_at - :opening) / 60) as int) + 1 as minute,
              count(*) filter (where i.urgency = 1) as visit,
              count(*) filter (where i.urgency = 2) as answer,
              count(*) filter (where i.urgency = 3) as unasked
            from messaging.intent i join messaging.attempt a on a.intent = i.id
            where i.district = :district group by 1 order by 1
            """)
        .param("opening", Timestamp.from(opening))
        .param("district", district.value())
        .query(
            (row, number) ->
                new Minute(
                    row.getInt("minute"),
                    row.getInt("visit"),
                    row.getInt("answer"),
                    row.getInt("unasked")))
        .list();
  }

  private Instant first(DistrictId district, Urgency urgency) {
    return jdbc.sql(
            """
            select min(a.started_at) from messaging.intent i
            join messaging.attempt a on a.intent = i.id
            where i.district = :district and i.urgency = :urgency
            """)
        .param("district", district.value())
        .param("urgency", urgency.ordinal())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private int segments(DistrictId district) {
    return Segments.of(
            jdbc.sql(
                    """
                    select a.body from messaging.intent i
                    join messaging.attempt a on a.intent = i.id where i.district = ? limit 1
                    """)
                .param(district.value())
                .query(String.class)
                .single())
        .count();
  }

  private void report(List<Minute> minutes, int segments) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Texts that waited for the window

        %d texts of one district, held over night; spread %s, pace %s segments a second (0: none); %d segments each with the line
        how to stop. By the minute after the opening in which they left.

        | minute | agreed visits | answers | unasked | all |
        |---|---|---|---|---|
        """
            .formatted(TEXTS, settings.spread(), settings.pace().perSecond(), segments));
    for (Minute each : minutes) {
      text.append(
          "| %d | %d | %d | %d | %d |%n"
              .formatted(each.minute(), each.visit(), each.answer(), each.unasked(), each.all()));
    }
    long least = heap.stream().mapToLong(Long::longValue).min().orElse(0) >> 20;
    long most = heap.stream().mapToLong(Long::longValue).max().orElse(0) >> 20;
    text.append("%nEach family had its text once. Heap %d to %d MB.%n".formatted(least, most));
    System.out.println(text);
    Files.writeString(TestServers.buildFolder().resolve("spread.md"), text);
  }
}
