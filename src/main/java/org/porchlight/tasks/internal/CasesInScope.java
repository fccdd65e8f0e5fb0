package org.porchlight.tasks.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The cases that the signed-in person may list: ids and states, no file is opened. */
@Component
public class CasesInScope {

  private final CurrentActor currentActor;
  private final CaseHistory history;
  private final Districts districts;
  private final Groups groups;

  CasesInScope(CurrentActor currentActor, CaseHistory history, Districts districts, Groups groups) {
    this.currentActor = currentActor;
    this.history = history;
    this.districts = districts;
    this.groups = groups;
  }

  /** Newest first within a district. */
  public List<CaseView> list() {
    Actor actor = currentActor.get();
    Set<String> own = groups.of(actor);
    return districts(actor)
        .flatMap(district -> history.ofDistrict(district).stream())
        .filter(
            view -> own.contains(view.coordinators().text()) || own.contains(view.team().text()))
        .toList();
  }

  private Stream<DistrictId> districts(Actor actor) {
    DistrictId own = actor.district();
    if (own != null) {
      return Stream.of(own);
    }
    return actor.has(Role.ADMINISTRATOR)
        ? districts.all().stream().map(Districts.District::id)
        : Stream.empty();
  }
}
