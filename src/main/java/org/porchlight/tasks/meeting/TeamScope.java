package org.porchlight.tasks.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/**
 * What belongs to a team: a school's team looks after that school; the district's team after the
 * families without a school and after the schools whose own team does not meet.
 */
@Component
class TeamScope {

  private final TeamStore teams;
  private final CaseHistory history;

  TeamScope(TeamStore teams, CaseHistory history) {
    this.teams = teams;
    this.history = history;
  }

  /** The cases that go on. */
  List<CaseView> cases(Team team) {
    List<SchoolId> others = schoolsWithTeam(team);
    return district(team).stream().filter(view -> belongs(team, view.school(), others)).toList();
  }

  /** The cases that go on, of all teams of the district. */
  List<CaseView> district(Team team) {
    return history.ofDistrict(team.district()).stream().filter(CaseView::live).toList();
  }

  boolean belongs(Team team, @Nullable SchoolId school) {
    return belongs(team, school, schoolsWithTeam(team));
  }

  private static boolean belongs(Team team, @Nullable SchoolId school, List<SchoolId> others) {
    return team.school() == null
        ? school == null || !others.contains(school)
        : team.school().equals(school);
  }

  private List<SchoolId> schoolsWithTeam(Team team) {
    return teams.ofDistrict(team.district()).stream()
        .filter(Team::meets)
        .<SchoolId>mapMulti(
            (each, found) -> {
              if (each.school() != null) {
                found.accept(each.school());
              }
            })
        .toList();
  }
}
