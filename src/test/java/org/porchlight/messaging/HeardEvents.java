package org.porchlight.messaging;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.porchlight.shared.FamilyId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The events that messaging published in this test run. */
@Component
public class HeardEvents {

  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private final Set<FamilyId> failing = ConcurrentHashMap.newKeySet();

  @EventListener({QuestionAnswered.class, FamilyTexted.class, MessageFailed.class, OptedOut.class})
  void hear(Object event) {
    if (event instanceof FamilyTexted texted && failing.contains(texted.family())) {
      throw new IllegalStateException("A listener that fails");
    }
    heard.add(event);
  }

  /** Events of this family find a listener that fails, as long as the returned handle is open. */
  AutoCloseable failFor(FamilyId family) {
    failing.add(family);
    return () -> failing.remove(family);
  }

  public <T> List<T> of(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
