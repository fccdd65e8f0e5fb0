package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.TaskOverdue;
import org.porchlight.engine.TaskGroups;
import org.porchlight.shared.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a task that passed its due date visible: its owner keeps it, and the coordinators see and
 * may do it too.
 */
@Component
public class RaiseOverdue {

  /** The visitors were there: the coordinators offer them a hand instead. */
  private static final String LOG = "userTask_LogVisit";

  private final CaseStore cases;
  private final Timeline timeline;
  private final TaskGroups groups;
  private final EventOutbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RaiseOverdue(
      CaseStore cases,
      Timeline timeline,
      TaskGroups groups,
      EventOutbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.timeline = timeline;
    this.groups = groups;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param round the same for a repeat of this step
   */
  @Transactional
  public void raise(CaseId id, String overdueTask, long round) {
    CaseView view = cases.hold(id).view();
    String entry = "overdue:" + round;
    if (timeline.has(id, entry)) {
      return;
    }
    Instant now = clock.instant();
    timeline.add(id, entry, "cases.taskOverdue", null, now, Map.of("task", overdueTask));
    if (!overdueTask.equals(LOG)) {
      groups.share(id.value(), overdueTask, view.coordinators().text());
    }
    outbox.add(view, "taskOverdue.v1", now, Map.of("task", overdueTask));
    events.publishEvent(new TaskOverdue(id, overdueTask, now));
  }
}
