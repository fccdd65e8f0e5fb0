package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.OpenBarriers;
import org.porchlight.tasks.internal.QueuedTask;
import org.porchlight.tasks.internal.TaskGone;
import org.porchlight.tasks.internal.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One meeting, for the people of its team. Everything throws {@link
 * org.springframework.security.access.AccessDeniedException} for anybody else and {@link
 * NoSuchElementException} where there is no such meeting.
 */
@Service
@Transactional
public class MeetingRoom {

  private static final Duration FURTHEST = Duration.ofDays(60);

  private final MeetingStore meetings;
  private final TeamStore teams;
  private final TeamSchedules schedules;
  private final TeamScope scope;
  private final Pack pack;
  private final ItemLines lines;
  private final OpenBarriers barriers;
  private final Reach reach;
  private final Work work;
  private final Clock clock;

  MeetingRoom(
      MeetingStore meetings,
      TeamStore teams,
      TeamSchedules schedules,
      TeamScope scope,
      Pack pack,
      ItemLines lines,
      OpenBarriers barriers,
      Reach reach,
      Work work,
      Clock clock) {
    this.meetings = meetings;
    this.teams = teams;
    this.schedules = schedules;
    this.scope = scope;
    this.pack = pack;
    this.lines = lines;
    this.barriers = barriers;
    this.reach = reach;
    this.work = work;
    this.clock = clock;
  }

  /** A meeting and its team. */
  public record Held(Meeting meeting, Team team) {}

  public Held get(UUID id) {
    Meeting meeting =
        meetings.find(id).orElseThrow(() -> new NoSuchElementException("No meeting of this id"));
    Team team = teams.find(meeting.team()).orElseThrow();
    reach.require(team);
    return new Held(meeting, team);
  }

  /** The meeting that this team waits for. */
  public Optional<UUID> ahead(UUID team) {
    return meetings.ahead(new TeamId(team)).map(Meeting::id);
  }

  /** In the order of the meeting, with what has come since the pack while it is not over. */
  public List<ItemLine> items(Held held) {
    UUID id = held.meeting().id();
    return lines.of(
        held.team(),
        id,
        held.meeting().state() == Meeting.State.OPEN ? pack.live(held.team(), id) : pack.kept(id));
  }

  /** How many open barriers of one code the team's families have; null: told in confidence. */
  public record BarrierCount(@Nullable BarrierCode code, int count) {}

  /** The most frequent first, those told in confidence together and last. */
  public List<BarrierCount> barriers(Team team) {
    Map<BarrierCode, Integer> named = new EnumMap<>(BarrierCode.class);
    int confidential = 0;
    for (Barrier barrier : barriers.of(scope.cases(team).stream().map(CaseView::id).toList())) {
      if (barrier.code().restricted()) {
        confidential++;
      } else {
        named.merge(barrier.code(), 1, Integer::sum);
      }
    }
    List<BarrierCount> counts = new ArrayList<>();
    named.forEach((code, count) -> counts.add(new BarrierCount(code, count)));
    counts.sort(Comparator.comparing(BarrierCount::count).reversed());
    if (confidential > 0) {
      counts.add(new BarrierCount(null, confidential));
    }
    return counts;
  }

  /** The team begins: what came since the pack stays with the meeting. */
  public void start(UUID id) {
    Held held = get(id);
    if (held.meeting().state() == Meeting.State.OPEN) {
      teams.hold(held.team().id());
      pack.complete(held.team(), id);
      meetings.started(id, clock.instant());
    }
  }

  /**
   * The meeting was held, or is skipped.
   *
   * @throws TaskGone while the pack is not prepared, and when somebody was first
   * @throws org.porchlight.engine.InvalidSubmission where a field is wrong: nothing changes
   */
  public void end(UUID id, Map<String, Object> said) {
    Held held = get(id);
    long task = task(held).map(QueuedTask::key).orElseThrow(TaskGone::new);
    if ("HELD".equals(said.get("outcome"))) {
      teams.hold(held.team().id());
      pack.complete(held.team(), id);
    }
    work.complete(task, said);
  }

  /** Whether it can be closed: its task is open to the reader. */
  public boolean open(Held held) {
    return held.meeting().state() == Meeting.State.OPEN && task(held).isPresent();
  }

  /**
   * This once, the team meets at another time.
   *
   * @throws IllegalArgumentException where that is past, or more than 60 days away
   */
  public void move(UUID id, Instant to) {
    Held held = get(id);
    Instant now = clock.instant();
    if (!held.meeting().ahead() || to.isBefore(now) || to.isAfter(now.plus(FURTHEST))) {
      throw new IllegalArgumentException("A meeting is moved to a time within the next 60 days");
    }
    schedules.move(held.team().id(), to, reach.reader().id());
  }

  private Optional<QueuedTask> task(Held held) {
    return work.ofSubject(held.team().id().value()).stream()
        .filter(task -> task.elementId().equals(TeamMeeting.HOLD_MEETING))
        .findFirst();
  }
}
