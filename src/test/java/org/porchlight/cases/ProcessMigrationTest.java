package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.cases.WaitingPoints.Point;
import org.porchlight.engine.ProcessMigrations;
import org.porchlight.engine.ProcessMigrations.Move;
import org.porchlight.engine.deploy.NextVersion;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new version of every process is deployed while two cases stand at each waiting point. One of
 * the two stays on its version, the other is moved; both go on to where they should, and end.
 */
@PorchlightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessMigrationTest {

  private static final List<String> PROCESSES =
      List.of("family-case", "assign-visitors", "home-visit", "follow-up-call");

  @Autowired WaitingPoints points;
  @Autowired CaseWalk walk;
  @Autowired NextVersion next;
  @Autowired ProcessMigrations migrations;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final Map<Point, Opened> staying = new LinkedHashMap<>();
  private final Map<Point, Opened> moving = new LinkedHashMap<>();

  @BeforeAll
  void standEverywhere() {
    points.begin();
    for (Point point : points.all()) {
      staying.put(point, points.open(point));
      moving.put(point, points.open(point));
    }
    inEachCase((point, about) -> point.before().accept(about));
    points.daysLater();
    inEachCase((point, about) -> point.reach().accept(about));
    inEachCase((point, about) -> walk.awaitPlace(about.id(), point.element()));
    time.awaitQuiet();
  }

  @AfterAll
  void leave() {
    next.restore();
    Stream.concat(staying.values().stream(), moving.values().stream()).forEach(walk::leave);
  }

  @Test
  @Order(1)
  void shouldStandAtEveryWaitingPoint() {
    Set<String> standing = new TreeSet<>();
    points.all().forEach(point -> standing.add(point.element()));
    assertThat(standing).isEqualTo(waitingPoints());
  }

  @Test
  @Order(2)
  void shouldKeepRunningCasesOnTheirVersionUntilTheyAreMoved() {
    Map<Long, Integer> before = versions(all());

    next.deploy(ProcessMigrationTest::withAStepBeforeEachEnd);

    assertThat(versions(all())).isEqualTo(before);
    assertThat(migrations.preview())
        .filteredOn(move -> ids(all()).contains(move.subject()))
        .hasSize(all().size())
        .allMatch(Move::possible);
  }

  @Test
  @Order(3)
  void shouldMoveACaseFromEveryWaitingPointWithItsDueDatesAndTasks() {
    Map<Point, Object> before = new HashMap<>();
    moving.forEach((point, about) -> before.put(point, waits(about)));

    moving.forEach(
        (point, about) ->
            assertThat(migrations.migrate(about.id().value()))
                .as(point.element())
                .matches(Move::possible));

    await()
        .atMost(CaseWalk.PATIENCE)
        .untilAsserted(() -> assertThat(behind(moving.values())).isEmpty());
    time.awaitQuiet();
    moving.forEach(
        (point, about) ->
            assertThat(waits(about)).as(point.element()).isEqualTo(before.get(point)));
  }

  @Test
  @Order(4)
  void shouldSayWhichCannotMoveAndWhy() {
    next.deploy(xml -> xml.replace("\"userTask_KeepOrClose\"", "\"userTask_Review\""));
    Opened stuck = of(staying, "userTask_KeepOrClose");
    Opened free = of(staying, "event_PauseOver");
    Map<Long, Integer> before = versions(List.of(stuck));

    Move refused = migrations.migrate(stuck.id().value());

    assertThat(refused.possible()).isFalse();
    assertThat(refused.steps())
        .anySatisfy(
            step -> assertThat(step.hindrances()).containsExactly("userTask_KeepOrClose is gone"));
    assertThat(versions(List.of(stuck))).isEqualTo(before);
    assertThat(migrations.preview())
        .filteredOn(move -> move.subject().equals(free.id().value()))
        .allMatch(Move::possible);
    next.deploy(ProcessMigrationTest::withAStepBeforeEachEnd);
  }

  @Test
  @Order(5)
  void shouldGoOnFromEveryWaitingPointOnBothVersions() {
    inEachCase(
        (point, about) -> {
          if (point.answer() != null) {
            point.answer().accept(about);
            walk.awaitPlace(about.id(), point.next());
          }
        });
    // Those that have gone on need not be stepped through what follows.
    List<Opened> done = new ArrayList<>();
    Stream.of(staying, moving)
        .forEach(
            each ->
                each.forEach(
                    (point, about) -> {
                      if (point.answer() != null) {
                        done.add(about);
                      }
                    }));
    done.forEach(walk::leave);
    done.forEach(about -> walk.awaitState(about.id(), State.CLOSED));

    time.advanceTo(time.now().plus(Duration.ofDays(20)));

    inEachCase(
        (point, about) -> {
          if (point.answer() == null) {
            walk.awaitPlace(about.id(), point.next());
          }
        });
  }

  @Test
  @Order(6)
  void shouldEndOnTheVersionThatACaseGoesBy() {
    all().forEach(walk::leave);
    all().forEach(about -> walk.awaitState(about.id(), State.CLOSED));

    assertThat(all()).allMatch(about -> passedTheNewStep(about) == moving.containsValue(about));
  }

  private void inEachCase(BiConsumer<Point, Opened> act) {
    CaseWalk.sideBySide(
        Stream.of(staying, moving)
            .flatMap(each -> each.entrySet().stream())
            .map(each -> (Runnable) () -> act.accept(each.getKey(), each.getValue()))
            .toArray(Runnable[]::new));
  }

  private List<Opened> all() {
    return Stream.concat(staying.values().stream(), moving.values().stream()).toList();
  }

  private static Opened of(Map<Point, Opened> cases, String element) {
    return cases.entrySet().stream()
        .filter(each -> each.getKey().element().equals(element))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static List<UUID> ids(List<Opened> cases) {
    return cases.stream().map(about -> about.id().value()).toList();
  }

  /** Timers and tasks with their keys: what is moved is the same thing, not a copy. */
  private List<String> waits(Opened about) {
    return jdbc.sql(
            """
            select 'timer ' || t.key || ' ' || t.element_id || ' ' || t.due as wait
            from engine.timer t
            join engine.process_instance i on i.key = t.process_instance_key
            join engine.process_root r on r.root_key = i.root_key where r.subject = :subject
            union all
            select 'task ' || key || ' ' || element_id || ' ' || coalesce(due::text, '')
            from engine.open_task where subject = :subject
            order by wait
            """)
        .param("subject", about.id().value())
        .query(String.class)
        .list();
  }

  private Map<Long, Integer> versions(List<Opened> cases) {
    Map<Long, Integer> found = new HashMap<>();
    jdbc.sql(
            """
            select i.key, i.version from engine.process_instance i
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = any(:subjects) and i.state = 'ACTIVE'
            """)
        .param("subjects", ids(cases).toArray(UUID[]::new))
        .query(
            row -> {
              found.put(row.getLong(1), row.getInt(2));
            });
    return found;
  }

  private List<String> behind(Collection<Opened> cases) {
    Set<UUID> subjects = Set.copyOf(ids(List.copyOf(cases)));
    return migrations.preview().stream()
        .filter(move -> subjects.contains(move.subject()))
        .map(Move::toString)
        .toList();
  }

  private boolean passedTheNewStep(Opened about) {
    return jdbc.sql(
            """
            select exists (select from engine.path p
              join engine.process_instance i on i.key = p.process_instance_key
              join engine.process_root r on r.root_key = i.root_key
              where r.subject = ? and i.parent_key is null and p.element_id like 'task_New_%')
            """)
        .param(about.id().value())
        .query(Boolean.class)
        .single();
  }

  /** A manual task on every flow that leads to an end: the next version does a little more. */
  private static String withAStepBeforeEachEnd(String xml) {
    return xml.replaceAll(
        "<bpmn:sequenceFlow id=\"([^\"]+)\"([^>]*) targetRef=\"(end_[^\"]+)\"([^>]*)/>",
        """
        <bpmn:sequenceFlow id="$1"$2 targetRef="task_New_$1"$4/>
        <bpmn:manualTask id="task_New_$1" name="Do a little more">
          <bpmn:incoming>$1</bpmn:incoming><bpmn:outgoing>flow_New_$1</bpmn:outgoing>
        </bpmn:manualTask>
        <bpmn:sequenceFlow id="flow_New_$1" sourceRef="task_New_$1" targetRef="$3"/>
        """);
  }

  /** Of the models: user tasks, waits for an event, and events that are not behind such a wait. */
  private static Set<String> waitingPoints() {
    Set<String> found = new TreeSet<>();
    for (String process : PROCESSES) {
      BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("bpmn", process + ".bpmn").toFile());
      model.getModelElementsByType(UserTask.class).forEach(each -> found.add(each.getId()));
      model
          .getModelElementsByType(EventBasedGateway.class)
          .forEach(each -> found.add(each.getId()));
      model.getModelElementsByType(IntermediateCatchEvent.class).stream()
          .filter(each -> !isLink(each) && !isBehindAGateway(each))
          .forEach(each -> found.add(each.getId()));
    }
    return found;
  }

  private static boolean isLink(IntermediateCatchEvent event) {
    return event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
  }

  private static boolean isBehindAGateway(FlowNode event) {
    return event.getIncoming().stream()
        .anyMatch(flow -> flow.getSource() instanceof EventBasedGateway);
  }
}
