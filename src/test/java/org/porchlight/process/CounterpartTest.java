package org.porchlight.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.porchlight.process.ProcessModel.BPMN;
import static org.porchlight.process.ProcessModel.ZEEBE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.TaskHandler;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every name in bpmn/ has exactly one counterpart in code, and none of those is idle. */
@PorchlightTest
class CounterpartTest {

  private static final Set<String> OF_TESTS = Set.of("trial", "test-form");

  private final ProcessModel model = ProcessModel.all();

  @Autowired List<JobWorker<?>> workers;
  @Autowired List<TaskHandler> handlers;

  @Test
  void shouldHaveOneWorkerPerJobType() {
    assertThat(workers.stream().map(JobWorker::jobType).filter(CounterpartTest::ofTheApplication))
        .containsExactlyInAnyOrderElementsOf(model.attributes(ZEEBE, "taskDefinition", "type"));
  }

  @Test
  void shouldHaveOneHandlerPerForm() {
    Set<String> forms = model.forms();
    assertThat(handlers.stream().map(TaskHandler::formId).filter(id -> !OF_TESTS.contains(id)))
        .containsExactlyInAnyOrderElementsOf(forms);
    assertThat(ProcessModel.files("forms", ".form"))
        .extracting(file -> file.getFileName().toString().replace(".form", ""))
        .containsExactlyInAnyOrderElementsOf(forms);
  }

  @Test
  void shouldNameEachMessageAndErrorOnceInCode() {
    String code = applicationsCode();
    assertThat(model.attributes(BPMN, "message", "name")).isNotEmpty();
    for (String name : model.attributes(BPMN, "message", "name")) {
      assertThat(code.split("\"" + name + "\"", -1)).as("code that says %s", name).hasSize(2);
    }
    for (String error : model.attributes(BPMN, "error", "errorCode")) {
      assertThat(code.split("\"" + error + "\"", -1)).as("code that says %s", error).hasSize(2);
    }
  }

  /** The engine module's own tests bring a trial process. */
  private static boolean ofTheApplication(String jobType) {
    return !jobType.startsWith("engine.");
  }

  private static String applicationsCode() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(CounterpartTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the code", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }
}
