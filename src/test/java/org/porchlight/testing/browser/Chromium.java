package org.porchlight.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser process of a test run: from npm, or the one that {@code porchlight.chromium}
 * names.
 */
final class Chromium {

  private static @Nullable Browser browser;

  private Chromium() {}

  static synchronized Browser browser() {
    if (browser == null) {
      browser = launch();
    }
    return browser;
  }

  private static Browser launch() {
    Path folder = Path.of(System.getProperty("porchlight.build-dir", "target"), "chromium");
    String named = System.getProperty("porchlight.chromium");
    Path executable = named == null ? folder.resolve("chromium") : Path.of(named);
    Assumptions.assumeTrue(
        Files.isExecutable(executable),
        "No Chromium: run `node src/web/chromium.mjs target` or set -Dporchlight.chromium=<path>");
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (named == null) {
      environment.put("LD_LIBRARY_PATH", folder.resolve("lib") + ":" + folder);
      environment.put("FONTCONFIG_PATH", folder.toString());
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setEnv(environment)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking")));
  }
}
