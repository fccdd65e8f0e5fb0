package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.porchlight.engine.trial.RecordTrialWorker;
import org.porchlight.engine.trial.Trial;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a failing worker leaves behind, and where its exception's text must not go. */
@PorchlightTest
@ExtendWith(OutputCaptureExtension.class)
class JobFailureTest {

  @Autowired Trial trial;
  @Autowired Submissions submissions;
  @Autowired RecordTrialWorker recorder;
  @Autowired JdbcClient jdbc;

  @Value("${porchlight.kafka.bootstrap-servers}")
  String kafka;

  @Test
  void shouldBecomeAnIncidentWithoutText(CapturedOutput output) {
    // given
    UUID subject = trial.start(Map.of("trouble", "fail"));
    submissions.submit(
        trial.awaitTask(subject), UserId.random(), Map.of("note", "Fine", "decision", "GO"));

    // then it was tried three times and stands still
    await()
        .atMost(Trial.PATIENCE)
        .until(() -> incidents(subject).equals(List.of("JOB_NO_RETRIES")));
    assertThat(recorder.deliveries(subject)).hasSize(3);
    assertThat(output).contains("reference").doesNotContain(RecordTrialWorker.SECRET);
    assertThat(recordsInKafka())
        .isNotEmpty()
        .noneMatch(record -> record.contains(RecordTrialWorker.SECRET))
        .noneMatch(record -> record.contains("variables") || record.contains("errorMessage"));
  }

  @Test
  void shouldSendARefusalOnItsPathOrStop() {
    UUID subject = trial.start(Map.of("trouble", "refuse"));
    submissions.submit(
        trial.awaitTask(subject), UserId.random(), Map.of("note", "Fine", "decision", "GO"));

    // the trial has no path for it
    await()
        .atMost(Trial.PATIENCE)
        .until(() -> incidents(subject).equals(List.of("UNHANDLED_ERROR_EVENT")));
    assertThat(recorder.deliveries(subject)).hasSize(1);
  }

  @Test
  void shouldDeliverAJobAgainWhenItsReportWasLost() {
    // given a worker that crashes after its effect
    UUID subject = trial.start(Map.of("trouble", "once"));
    submissions.submit(
        trial.awaitTask(subject), UserId.random(), Map.of("note", "Fine", "decision", "GO"));

    // then the process goes on, and both deliveries had the same key to be recognized by
    await().atMost(Trial.PATIENCE).until(() -> trial.places(subject).contains("gateway_Answer"));
    assertThat(recorder.deliveries(subject)).hasSize(2);
    assertThat(recorder.deliveries(subject).stream().map(Job::elementInstanceKey).distinct())
        .hasSize(1);
    assertThat(incidents(subject)).isEmpty();
  }

  private List<String> incidents(UUID subject) {
    return jdbc.sql(
            """
            select n.error_type from engine.incident n
            join engine.process_root r on r.root_key = n.process_instance_key
            where r.subject = :subject
            """)
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  private List<String> recordsInKafka() {
    Properties config = new Properties();
    config.put("bootstrap.servers", kafka);
    config.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition("engine.records", 0);
      consumer.assign(List.of(partition));
      consumer.seek(partition, 0);
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> all = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> all.add(record.value()));
      }
      return all;
    }
  }
}
