package org.porchlight.identification;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot hold. Nothing has changed. */
public class SettingsRefused extends RuntimeException {

  private final transient List<Problem> problems;

  public SettingsRefused(List<Problem> problems) {
    super(problems.stream().map(Problem::detail).collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * @param field {@code section.field}, as in the API
   * @param detail what is wrong and how to mend it, in a sentence
   */
  public record Problem(String field, String detail) {}
}
