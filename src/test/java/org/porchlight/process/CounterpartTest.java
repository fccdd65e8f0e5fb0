package org.porchlight.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.porchlight.process.ProcessModel.BPMN;
import static org.porchlight.process.ProcessModel.ZEEBE;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.TaskHandler;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every name in bpmn/ has exactly one counterpart in code, and none of those is idle. */
@PorchlightTest
class CounterpartTest {

  private final ProcessModel model = ProcessModel.all();

  @Autowired List<JobWorker<?>> workers;
  @Autowired List<TaskHandler> handlers;

  @Test
  void shouldHaveOneWorkerPerJobType() {
    assertThat(workers)
        .extracting(JobWorker::jobType)
        .containsExactlyInAnyOrderElementsOf(model.attributes(ZEEBE, "taskDefinition", "type"));
  }

  @Test
  void shouldHaveOneHandlerPerForm() {
    Set<String> forms = model.attributes(ZEEBE, "formDefinition", "formId");
    assertThat(handlers).extracting(TaskHandler::formId).containsExactlyInAnyOrderElementsOf(forms);
    assertThat(ProcessModel.files("forms", ".form"))
        .extracting(file -> file.getFileName().toString().replace(".form", ""))
        .containsExactlyInAnyOrderElementsOf(forms);
  }

  @Test
  void shouldHaveOneConstantPerMessageAndErrorCode() {
    List<String> constants = constants();
    Set<String> messages = model.attributes(BPMN, "message", "name");
    assertThat(messages).isNotEmpty();
    for (String name : messages) {
      assertThat(constants.stream().filter(name::equals)).as("constant for %s", name).hasSize(1);
    }
    for (String code : model.attributes(BPMN, "error", "errorCode")) {
      assertThat(constants.stream().filter(code::equals)).as("constant for %s", code).hasSize(1);
    }
  }

  /** The values of all text constants of the application. */
  private static List<String> constants() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.porchlight");
    return classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> field.getModifiers().contains(JavaModifier.FINAL))
        .filter(field -> field.getRawType().isEquivalentTo(String.class))
        .flatMap(CounterpartTest::value)
        .toList();
  }

  private static Stream<String> value(JavaField constant) {
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      return Stream.ofNullable((String) field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Reading " + constant.getFullName(), e);
    }
  }
}
