package org.porchlight.referrals.owner;

import java.util.Map;
import java.util.UUID;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the help begins, or begins anew, and when somebody first looks whether it moves. */
@Component
public class PlanHelp {

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final Deadlines deadlines;

  PlanHelp(TakenOnBarriers barriers, Owners owners, Deadlines deadlines) {
    this.barriers = barriers;
    this.owners = owners;
    this.deadlines = deadlines;
  }

  /** The people and instants are those of this moment; each step says them anew. */
  @Transactional(readOnly = true)
  public Map<String, Object> plan(UUID barrier) {
    TakenOn taken = barriers.get(barrier);
    UUID tries = taken.help().referral();
    return Map.of(
        "phase",
        taken.help().phase().code(),
        "referralId",
        tries == null ? "" : tries.toString(),
        "ownerGroups",
        Owners.texts(owners.choosers(taken)),
        "watchAt",
        deadlines.text(taken, deadlines.nextLook(taken)));
  }
}
