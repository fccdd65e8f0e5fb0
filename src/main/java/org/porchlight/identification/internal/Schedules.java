package org.porchlight.identification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.LiveSubjects;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.RootEnded;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.internal.ScheduleStore.Schedule;
import org.porchlight.shared.DistrictId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one instance of the daily look per district whose program looks by itself: starts it when
 * the settings say so, tells it of changes, starts it again when it ended unasked.
 */
@Component
class Schedules implements LiveSubjects {

  private static final Duration START_WAITS = Duration.ofDays(7);
  private static final Duration CHANGE_WAITS = Duration.ofDays(1);

  private final ScheduleStore store;
  private final ProgramStore programs;
  private final ProcessEngine engine;
  private final Clock clock;

  Schedules(ScheduleStore store, ProgramStore programs, ProcessEngine engine, Clock clock) {
    this.store = store;
    this.programs = programs;
    this.engine = engine;
    this.clock = clock;
  }

  /** In the transaction that changes the settings, under its lock. */
  void settingsChanged(DistrictId district, ProgramSettings settings) {
    Schedule schedule = store.find(district).orElse(new Schedule(0, false));
    if (schedule.running()) {
      tell(district, schedule.run(), settings.version());
    } else if (settings.lookEachSchoolDay()) {
      start(district);
    }
  }

  /** An operator cancelled it, or it stopped in the moment in which it was wanted again. */
  @EventListener
  @Transactional
  void on(RootEnded ended) {
    DistrictId district = new DistrictId(ended.subject());
    if (store.find(district).filter(schedule -> schedule.isRun(ended.run())).isEmpty()) {
      return;
    }
    programs.lock(district);
    if (store.find(district).filter(schedule -> schedule.isRun(ended.run())).isPresent()) {
      start(district);
    }
  }

  @Override
  public String processId() {
    return DailyLook.PROCESS;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> liveSubjects() {
    return store.running();
  }

  static String key(DistrictId district, int run) {
    return district + ":" + run;
  }

  private void start(DistrictId district) {
    int run = store.next(district, clock.instant());
    String key = key(district, run);
    engine.publish(
        new ProcessMessage(
            DailyLook.PROGRAM_STARTED,
            key,
            "identify-families:" + key,
            START_WAITS,
            district.value(),
            Map.of("districtId", district.toString(), "run", run, "scheduleKey", key)));
  }

  private void tell(DistrictId district, int run, int version) {
    String key = key(district, run);
    engine.publish(
        new ProcessMessage(
            DailyLook.PROGRAM_CHANGED,
            key,
            "identify-families:" + key + ":" + version,
            CHANGE_WAITS,
            district.value(),
            Map.of()));
  }
}
