package org.porchlight.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The events that messaging published in this test run. */
@Component
public class HeardEvents {

  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @EventListener({QuestionAnswered.class, FamilyTexted.class, MessageFailed.class, OptedOut.class})
  void hear(Object event) {
    heard.add(event);
  }

  public <T> List<T> of(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
