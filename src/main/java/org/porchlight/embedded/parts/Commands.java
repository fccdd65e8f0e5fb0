package org.porchlight.embedded.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the command lines of child processes. */
final class Commands {

  /**
   * Settings of the application itself, which the same names would carry into a child that is a
   * Spring application too.
   */
  private static final List<String> NOT_INHERITED =
      List.of(
          "SPRING_",
          "SERVER_",
          "MANAGEMENT_",
          "LOGGING_",
          "ZEEBE_",
          "CAMUNDA_",
          "PORCHLIGHT_",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "PG");

  private Commands() {}

  /** The Java that runs the application. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * A long-running child with its output in a file. It gets a session of its own where the system
   * can do that (Linux): Ctrl-C in the terminal then reaches only the application, which ends the
   * parts one after the other.
   */
  static ProcessBuilder server(Path log, List<String> command) {
    List<String> words = new ArrayList<>();
    Path setsid = Path.of("/usr/bin/setsid");
    if (Files.isExecutable(setsid)) {
      words.add(setsid.toString());
    }
    words.addAll(command);
    return tool(log, words);
  }

  /** A short-running child with its output in a file. */
  static ProcessBuilder tool(Path log, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> NOT_INHERITED.stream().anyMatch(name.toUpperCase(Locale.ROOT)::startsWith));
    File file = log.toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(file));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return builder;
  }
}
