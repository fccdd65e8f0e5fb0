package org.porchlight.engine.trial;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.porchlight.engine.CommandFailed;
import org.porchlight.engine.RootEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The engine module's events, as others would get them. */
@Component
public class TrialEvents {

  private final List<CommandFailed> failures = new CopyOnWriteArrayList<>();
  private final List<RootEnded> ends = new CopyOnWriteArrayList<>();

  @EventListener
  void on(CommandFailed event) {
    failures.add(event);
  }

  @EventListener
  void on(RootEnded event) {
    ends.add(event);
  }

  public List<CommandFailed> failures(UUID subject) {
    return failures.stream().filter(event -> event.subject().equals(subject)).toList();
  }

  public List<RootEnded> ends(UUID subject) {
    return ends.stream().filter(event -> event.subject().equals(subject)).toList();
  }
}
