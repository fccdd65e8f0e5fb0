package org.porchlight.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.internal.EngineJson;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch of the feed adds to the ways of instances. */
@PorchlightTest
class PathsTest {

  @Autowired Paths paths;
  @Autowired JdbcClient jdbc;

  private final long instance = ThreadLocalRandom.current().nextLong(1L << 55, 1L << 56);

  @Test
  void shouldCountEachTimeAnElementOrFlowWasEntered() {
    paths.add(
        List.of(
            record("ELEMENT_ACTIVATED", "EXCLUSIVE_GATEWAY", "gateway_Answer", 1_000),
            record("SEQUENCE_FLOW_TAKEN", "SEQUENCE_FLOW", "flow_Later", 2_000),
            record("ELEMENT_ACTIVATED", "EXCLUSIVE_GATEWAY", "gateway_Answer", 3_000)));
    paths.add(List.of(record("SEQUENCE_FLOW_TAKEN", "SEQUENCE_FLOW", "flow_Later", 9_000)));

    assertThat(rows())
        .containsExactly(
            Map.of("element_id", "flow_Later", "first", 2L, "last", 9L, "times", 2),
            Map.of("element_id", "gateway_Answer", "first", 1L, "last", 3L, "times", 2));
  }

  @Test
  void shouldLeaveOutTheProcessItselfAndWhatEnds() {
    paths.add(
        List.of(
            record("ELEMENT_ACTIVATED", "PROCESS", "trial", 1_000),
            record("ELEMENT_COMPLETED", "USER_TASK", "userTask_Trial", 2_000),
            record("ELEMENT_TERMINATED", "USER_TASK", "userTask_Trial", 2_000)));

    assertThat(rows()).isEmpty();
  }

  private List<Map<String, Object>> rows() {
    return jdbc.sql(
            """
            select element_id, cast(extract(epoch from first_at) as bigint) as first,
              cast(extract(epoch from last_at) as bigint) as last, times
            from engine.path where process_instance_key = ? order by element_id
            """)
        .param(instance)
        .query()
        .listOfRows();
  }

  private EngineRecord record(String intent, String type, String element, long at) {
    return EngineJson.read(
        """
        {"partition": 1, "position": 1, "key": 1, "timestamp": %d, "type": "PROCESS_INSTANCE",
         "intent": "%s", "elementType": "%s", "elementId": "%s", "processInstanceKey": %d}
        """
            .formatted(at, intent, type, element, instance),
        EngineRecord.class);
  }
}
