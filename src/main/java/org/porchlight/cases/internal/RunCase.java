package org.porchlight.cases.internal;

import java.util.List;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.engine.ProcessRoots;
import org.porchlight.engine.RootEnded;
import org.porchlight.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties each case to one process instance, from its first step to its end (I3). */
@Component
public class RunCase {

  private final CaseStore cases;
  private final ProcessRoots roots;
  private final Timeline timeline;
  private final EventOutbox outbox;
  private final MergeCases merge;

  RunCase(
      CaseStore cases,
      ProcessRoots roots,
      Timeline timeline,
      EventOutbox outbox,
      MergeCases merge) {
    this.cases = cases;
    this.roots = roots;
    this.timeline = timeline;
    this.outbox = outbox;
    this.merge = merge;
  }

  /** {@code current} is false for every instance but the first of the case's newest run. */
  @Transactional
  public Map<String, Object> claim(CaseId id, int run, long rootInstanceKey) {
    Case held = cases.hold(id);
    boolean current =
        held.isRun(run)
            && held.state() != CaseView.State.CLOSED
            && roots.claim(id.value(), run, rootInstanceKey);
    if (current) {
      held.began();
    }
    CaseView view = held.view();
    return Map.of(
        "current",
        current,
        "coordinatorGroups",
        List.of(view.coordinators().text()),
        "teamGroups",
        List.of(view.team().text()));
  }

  /** The closing step has run before; an instance that ended otherwise closes nothing. */
  @EventListener
  @Transactional
  void on(RootEnded ended) {
    cases
        .lock(ended.subject())
        .filter(held -> held.isRun(ended.run()))
        .ifPresent(
            held -> {
              if (held.state() == CaseView.State.ENDING) {
                close(held, ended);
              } else if (held.live() && ended.cancelled()) {
                noteCancelled(held.view(), ended);
              }
            });
  }

  private void close(Case held, RootEnded ended) {
    held.closed(ended.at());
    CaseView view = held.view();
    timeline.add(
        view.id(), "cases.closed:" + view.run(), "cases.closed", null, ended.at(), Map.of());
    if (held.outcome() == Outcome.MERGED) {
      merge.partAgain(view.district());
    }
    outbox.add(view, "closed.v1", ended.at(), Map.of("outcome", String.valueOf(held.outcome())));
  }

  private void noteCancelled(CaseView view, RootEnded ended) {
    timeline.add(
        view.id(),
        "cases.processCancelled:" + ended.at(),
        "cases.processCancelled",
        null,
        ended.at(),
        Map.of());
  }
}
