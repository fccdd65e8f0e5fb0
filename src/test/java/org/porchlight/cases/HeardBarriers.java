package org.porchlight.cases;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was told and ended in this test run. */
@Component
public class HeardBarriers {

  private final List<BarrierTold> told = new CopyOnWriteArrayList<>();
  private final List<BarrierEnded> ended = new CopyOnWriteArrayList<>();

  @EventListener
  void hear(BarrierTold event) {
    told.add(event);
  }

  @EventListener
  void hear(BarrierEnded event) {
    ended.add(event);
  }

  public List<BarrierTold> told(UUID barrier) {
    return told.stream().filter(event -> event.barrier().equals(barrier)).toList();
  }

  public List<Barrier.End> ended(UUID barrier) {
    return ended.stream()
        .filter(event -> event.barrier().equals(barrier))
        .map(BarrierEnded::end)
        .toList();
  }
}
