package org.porchlight.identification.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.SettingsRefused;
import org.porchlight.identification.SettingsRefused.Problem;
import org.porchlight.identification.internal.ProgramStore.Version;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredPrograms implements Programs {

  /** By which a group may be chosen; country of birth and status are not among them. */
  static final Set<String> PROGRAMS = Set.of("ENGLISH_LEARNER", "FREE_OR_REDUCED_LUNCH");

  private final ProgramStore store;
  private final SettingsJson json;
  private final Schools schools;
  private final Schedules schedules;
  private final Clock clock;

  StoredPrograms(
      ProgramStore store, SettingsJson json, Schools schools, Schedules schedules, Clock clock) {
    this.store = store;
    this.json = json;
    this.schools = schools;
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public ProgramSettings current(DistrictId district) {
    return store.current(district);
  }

  @Override
  @Transactional(readOnly = true)
  public ProgramSettings at(DistrictId district, int version) {
    if (version == 0) {
      return ProgramSettings.defaults();
    }
    return store
        .find(district, version)
        .orElseThrow(() -> new NoSuchElementException("No settings of this version"));
  }

  @Override
  public ProgramSettings change(DistrictId district, ProgramSettings wanted, Actor by) {
    if (!by.has(Role.ADMINISTRATOR) || !district.equals(by.district())) {
      throw new AccessDeniedException("Only an administrator of the district changes its program");
    }
    return next(district, wanted, by.id());
  }

  @Override
  public ProgramSettings set(DistrictId district, ProgramSettings wanted) {
    return next(district, wanted, null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Change> history(DistrictId district) {
    List<Version> versions = store.all(district);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      ProgramSettings before =
          i + 1 < versions.size() ? versions.get(i + 1).settings() : ProgramSettings.defaults();
      changes.add(
          new Change(
              version.settings().version(),
              version.by(),
              version.at(),
              json.differences(before, version.settings())));
    }
    return changes;
  }

  private ProgramSettings next(DistrictId district, ProgramSettings wanted, @Nullable UserId by) {
    Set<UUID> known =
        schools.ofDistrict(district).stream()
            .map(school -> school.id().value())
            .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>(SettingsRules.check(wanted, known, PROGRAMS));
    store.lock(district);
    ProgramSettings now = current(district);
    if (wanted.version() != now.version()) {
      problems.add(
          new Problem(
              "version",
              "Somebody has changed the settings meanwhile: read them again and repeat your change."));
    }
    if (!problems.isEmpty()) {
      throw new SettingsRefused(problems);
    }
    if (now.version() > 0 && json.differences(now, wanted).isEmpty()) {
      return now;
    }
    ProgramSettings next = wanted.as(now.version() + 1);
    store.add(district, next, by, clock.instant());
    schedules.settingsChanged(district, next);
    return next;
  }
}
