package org.porchlight.referrals.owner;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.porchlight.access.OwnerGroup;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.TakenOn;
import org.springframework.stereotype.Component;

/** Puts a barrier before people who have something to do about it. */
@Component
public class ToDo {

  private final HandingOn handingOn;
  private final Owners owners;
  private final Deadlines deadlines;
  private final HelpSteps steps;

  ToDo(HandingOn handingOn, Owners owners, Deadlines deadlines, HelpSteps steps) {
    this.handingOn = handingOn;
    this.owners = owners;
    this.deadlines = deadlines;
    this.steps = steps;
  }

  /**
   * For those who choose: the coordinators, the team, or those on call.
   *
   * @return {@code ownerGroups}, and the due date by that name
   */
  public Map<String, Object> forChoosers(TakenOn taken, String dueName, String why) {
    List<OwnerGroup> groups = owners.choosers(taken);
    Map<String, Object> variables = new HashMap<>(put(taken, groups.getFirst(), dueName, why));
    variables.put("ownerGroups", Owners.texts(groups));
    return variables;
  }

  /** For those who act at school. */
  public Map<String, Object> forSchool(TakenOn taken, String dueName) {
    List<OwnerGroup> groups = owners.actors(taken);
    Map<String, Object> variables =
        new HashMap<>(put(taken, groups.getFirst(), dueName, "SCHOOL_ACTS"));
    variables.put("roleGroups", Owners.texts(groups));
    return variables;
  }

  private Map<String, Object> put(TakenOn taken, OwnerGroup owner, String dueName, String why) {
    Instant due = due(taken);
    if (!taken.ended()) {
      handingOn.toOwner(taken, owner, due, why);
    }
    return Map.of(dueName, deadlines.text(taken, due));
  }

  /** Nobody has done anything yet: it is due when it was due from its telling on. */
  private Instant due(TakenOn taken) {
    return taken.barrier().level() == 0 && !steps.any(taken.barrier().id())
        ? taken.barrier().due()
        : deadlines.of(taken, WaitsFor.OWNER);
  }
}
