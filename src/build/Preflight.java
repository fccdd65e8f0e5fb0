import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says in one line what a machine lacks to build Porchlight. Runs on the JDK that runs Maven, 17 or
 * newer.
 */
public class Preflight {

  public static void main(String[] args) throws IOException, InterruptedException {
    if (!hasJdk25()) {
      fail(
          "JDK 25 not found: install one (Debian: apt-get install temurin-25-jdk; any: https://adoptium.net),"
              + " it may stand beside the JDK that runs Maven");
    }
    String node = nodeVersion();
    if (node.isEmpty()) {
      fail(
          "Node.js not found: install version 20 or newer (https://nodejs.org) and put it on the PATH");
    }
    int major = Integer.parseInt(node.substring(1, node.indexOf('.')));
    if (major < 20) {
      fail("Node.js " + node + " is too old: install version 20 or newer (https://nodejs.org)");
    }
  }

  private static void fail(String line) {
    System.err.println("Porchlight: " + line);
    System.exit(1);
  }

  /** Where the toolchain plugin looks, too. */
  private static boolean hasJdk25() throws IOException {
    if (Runtime.version().feature() == 25) {
      return true;
    }
    String home = System.getProperty("user.home");
    List<Path> homes = new ArrayList<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().startsWith("JAVA") && variable.getKey().contains("HOME")) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    for (String parent :
        List.of(
            "/usr/lib/jvm",
            "/Library/Java/JavaVirtualMachines",
            home + "/Library/Java/JavaVirtualMachines",
            home + "/.sdkman/candidates/java",
            home + "/.jdks",
            home + "/.jenv/versions",
            home + "/.jbang/cache/jdks",
            home + "/.asdf/installs/java")) {
      if (Files.isDirectory(Path.of(parent))) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(Path.of(parent))) {
          for (Path child : children) {
            homes.add(child);
            homes.add(child.resolve("Contents/Home"));
          }
        }
      }
    }
    for (Path candidate : homes) {
      Path release = candidate.resolve("release");
      if (Files.isRegularFile(release)
          && Files.exists(candidate.resolve("bin/javac"))
          && Files.readString(release).contains("JAVA_VERSION=\"25")) {
        return true;
      }
    }
    Path toolchains = Path.of(home, ".m2", "toolchains.xml");
    return Files.isRegularFile(toolchains) && Files.readString(toolchains).contains("<version>25");
  }

  private static String nodeVersion() throws InterruptedException {
    try {
      Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      String said = new String(node.getInputStream().readAllBytes()).strip();
      return node.waitFor() == 0 && said.startsWith("v") ? said : "";
    } catch (IOException notOnThePath) {
      return "";
    }
  }
}
