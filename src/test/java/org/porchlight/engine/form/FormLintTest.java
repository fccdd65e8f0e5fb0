package org.porchlight.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormLintTest {

  private final FormLint lint = new FormLint();

  @Test
  void shouldFindNothingInOurForms() throws IOException {
    List<String> faults = new ArrayList<>();
    try (var files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".form")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".form", "");
        faults.addAll(lint.check(name, Files.readString(file)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void shouldFindWhatTheServerDoesNotCheck() {
    assertThat(
            lint.check(
                "broken",
                """
                {"id": "other", "components": [
                  {"type": "html", "id": "a", "content": "x"},
                  {"type": "textfield", "id": "b", "key": "a.b", "validate": {"soft": true}},
                  {"type": "select", "id": "c", "key": "c", "valuesExpression": "=x"},
                  {"type": "number", "id": "d", "key": "c", "conditional": {"hide": "c = ("}}
                ]}
                """))
        .containsExactlyInAnyOrder(
            "broken: the form's id must be the file's name",
            "broken, a: the server does not check components of type html",
            "broken, b: unknown rule soft",
            "broken, b: the key must be one plain word",
            "broken, c: unknown property valuesExpression",
            "broken, d: a second field of key c",
            "broken, d: conditional.hide must be a FEEL expression that starts with =");
  }
}
