package org.porchlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.porchlight.embedded.parts.BrokerPart;
import org.porchlight.embedded.parts.DataFolder;
import org.porchlight.embedded.parts.KafkaPart;
import org.porchlight.embedded.parts.PostgresPart;
import org.porchlight.embedded.parts.StartRefused;
import org.porchlight.embedded.parts.Supervised;
import org.springframework.util.FileSystemUtils;

/** Data folders of test runs: emptied at the start, kept afterwards for whoever wants to look. */
final class TestFolder {

  private TestFolder() {}

  /**
   * Stops what a killed run left behind and empties its folder; two runs at a time get a folder
   * each.
   */
  static DataFolder empty(Path buildFolder, Path cache) {
    for (int number = 1; ; number++) {
      Path root = buildFolder.resolve("test-servers-" + number).toAbsolutePath();
      try {
        clear(root, cache);
        return DataFolder.open(root);
      } catch (StartRefused inUse) {
        if (number == 20) {
          throw inUse;
        }
      }
    }
  }

  private static void clear(Path root, Path cache) {
    try (DataFolder earlier = DataFolder.open(root)) {
      BrokerPart broker =
          new BrokerPart(
              earlier,
              cache,
              new BrokerPart.Ports(0, 0, 0, 0, 0),
              new BrokerPart.Program(root, root, "", true, 1));
      new Supervised(broker, earlier).stopLeftOver();
      new Supervised(new KafkaPart(earlier, 0, 0), earlier).stopLeftOver();
      new Supervised(new PostgresPart(earlier, cache, 0), earlier).stopLeftOver();
      for (String name : List.of("broker", "kafka", "postgres", "logs")) {
        FileSystemUtils.deleteRecursively(root.resolve(name));
      }
      Files.createDirectories(root.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException("Emptying " + root, e);
    }
  }
}
