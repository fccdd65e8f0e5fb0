package org.porchlight.embedded.parts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPartTest {

  @TempDir Path folder;

  @Test
  void shouldRefuseAJarWithoutTheExporter() throws IOException {
    Path jar = folder.resolve("exporter.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream other = new JarOutputStream(file)) {
      other.putNextEntry(new JarEntry("org/porchlight/exporter/Other.class"));
    }
    Path distribution = Files.createFile(folder.resolve("camunda.tar.gz"));

    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      BrokerPart broker =
          new BrokerPart(
              data,
              folder,
              new BrokerPart.Ports(0, 0, 0, 0, 0),
              new BrokerPart.Program(distribution, jar, "127.0.0.1:0", false, 1));

      assertThatThrownBy(broker::prepare)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("does not hold the exporter");
    }
  }
}
