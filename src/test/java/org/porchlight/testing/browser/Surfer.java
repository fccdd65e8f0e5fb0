package org.porchlight.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody with a browser window of their own. {@link #look} is the check that every page must
 * pass: readable at 1280 and 360 pixels without scrolling sideways, no axe violation, nothing
 * refused by the content security policy; it leaves screenshots in {@code target/screenshots}.
 */
public final class Surfer implements AutoCloseable {

  private static final int WIDE = 1280;
  private static final int NARROW = 360;

  private final String base;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** With nobody signed in. */
  public Surfer(int port) {
    this.base = "http://127.0.0.1:" + port;
    this.context =
        Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(WIDE, 900));
    // Generous: a shared machine may be slow, and a wait that succeeds costs nothing.
    context.setDefaultTimeout(60_000);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A refused page is logged as an error too, and is what some tests want.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  public Surfer signIn(String username, String password) {
    open("/sign-in");
    page.getByLabel("User name").fill(username);
    page.getByLabel("Password").fill(password);
    page.locator("main button[type=submit]").click();
    page.waitForURL("**/work**");
    return this;
  }

  /** Answers the status. */
  public int open(String path) {
    Response response = page.navigate(base + path);
    return response == null ? 0 : response.status();
  }

  /** For what this class has no word for. */
  public Page page() {
    return page;
  }

  /** Checks the page as it stands. */
  public void look(String name) {
    page.evaluate("document.fonts.ready");
    for (int width : new int[] {NARROW, WIDE}) {
      page.setViewportSize(width, width == NARROW ? 740 : 900);
      shoot(name + "-" + width);
      assertThat(sideways()).as("sideways scroll of %s at %d pixels", name, width).isZero();
      assertThat(violations()).as("axe violations of %s at %d pixels", name, width).isEmpty();
    }
    assertThat(complaints).as("console errors of %s", name).isEmpty();
  }

  private int sideways() {
    return ((Number)
            page.evaluate(
                "Math.max(0, document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth)"))
        .intValue();
  }

  private List<String> violations() {
    List<String> found = new ArrayList<>();
    for (Rule rule : axe().analyze().getViolations()) {
      rule.getNodes()
          .forEach(node -> found.add(rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml()));
    }
    return found;
  }

  /** In the page itself, as ours have no frames, and without what passed: a third of the time. */
  private AxeBuilder axe() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }

  private void shoot(String name) {
    Path folder = Path.of(System.getProperty("porchlight.build-dir", "target"), "screenshots");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
