package org.porchlight.embedded.parts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code porchlight.embedded.*}. Read before the application's own configuration exists,
 * so bound by hand. The ports are fixed, so that a restart has the same addresses, and lie below
 * the range that the system hands out by itself.
 *
 * @param brokerDistribution the Camunda archive; Maven names it
 * @param exporterJar our exporter; Maven names it
 * @param cacheDir where server programs are unpacked; default in the user's cache folder
 * @param minFreeDisk below this the application refuses to start
 */
public record EmbeddedSettings(
    @Nullable Path brokerDistribution,
    @Nullable Path exporterJar,
    @Nullable Path cacheDir,
    @DefaultValue("2GB") DataSize minFreeDisk,
    @DefaultValue("8832") int postgresPort,
    @DefaultValue("8840") int kafkaPort,
    @DefaultValue("8841") int kafkaControllerPort,
    @DefaultValue("8850") int brokerGrpcPort,
    @DefaultValue("8851") int brokerRestPort,
    @DefaultValue("8852") int brokerManagementPort,
    @DefaultValue("8853") int brokerCommandPort,
    @DefaultValue("8854") int brokerInternalPort) {

  Path cache() {
    return cacheDir == null ? userCache() : cacheDir;
  }

  /** The user's cache folder, by the convention of the XDG base directories. */
  public static Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("porchlight");
  }
}
