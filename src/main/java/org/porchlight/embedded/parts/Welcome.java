package org.porchlight.embedded.parts;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says, when pages can be opened, where to look and how to sign in. */
class Welcome {

  private final EmbeddedParts parts;

  Welcome(EmbeddedParts parts) {
    this.parts = parts;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    ApplicationContext context = event.getApplicationContext();
    Environment environment = context.getEnvironment();
    int port =
        context instanceof WebServerApplicationContext web && web.getWebServer() != null
            ? web.getWebServer().getPort()
            : 0;
    boolean demo = environment.getProperty("porchlight.demo", Boolean.class, true);
    String signIn =
        demo
            ? "sign in as coordinator, team, visitor or admin, password porchlight (demo district)"
            : "sign in as admin";
    System.out.printf(
        """

        Porchlight   http://127.0.0.1:%d/   %s
        Phones       http://127.0.0.1:%d/phones   what the families and visitors would see; nothing is really sent
        Data         %s   (logs of the parts in logs/)
        Stop         Ctrl-C%s

        """,
        port, signIn, port, parts.folder().root(), stillStarting());
  }

  private String stillStarting() {
    boolean up = parts.stopOrder().stream().allMatch(part -> part.state() == Supervised.State.UP);
    return up
        ? ""
        : "\nThe process engine is still starting; pages work, cases move in some seconds.";
  }
}
