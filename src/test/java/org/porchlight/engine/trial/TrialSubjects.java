package org.porchlight.engine.trial;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.engine.LiveSubjects;
import org.springframework.stereotype.Component;

/** What a test says should be running. */
@Component
public class TrialSubjects implements LiveSubjects {

  private final Map<UUID, Instant> live = new ConcurrentHashMap<>();

  public void expect(UUID subject, Instant since) {
    live.put(subject, since);
  }

  @Override
  public String processId() {
    return "trial";
  }

  @Override
  public Map<UUID, Instant> liveSubjects() {
    return live;
  }
}
