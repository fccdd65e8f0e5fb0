package org.porchlight.engine.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The processes, decisions and forms of this version, by file name, deployed together. */
record Bundle(SortedMap<String, byte[]> resources) {

  /** Reads the class path; two files of one name are a mistake of the build. */
  static Bundle read(List<String> patterns) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : patterns) {
        for (Resource resource : resolver.getResources(pattern)) {
          String name = resource.getFilename();
          if (name == null || found.put(name, resource.getContentAsByteArray()) != null) {
            throw new IllegalStateException("Two resources to deploy are named " + name);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the processes and forms to deploy", e);
    }
    return new Bundle(found);
  }

  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      resources.forEach(
          (name, bytes) -> {
            digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  String text(String name) {
    byte[] bytes = resources.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("The bundle has no " + name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
