package org.porchlight.referrals;

import java.util.Collection;
import org.porchlight.cases.BarrierCode;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;

/** Whether the directory has something for a need, and whether families can get there. */
public interface ServiceReach {

  /** Whether resources can help with this at all: what the school does itself, they cannot. */
  boolean concerns(BarrierCode code);

  /**
   * Looks from the town in which most of these families live, as far as their addresses say it.
   *
   * @param code one that it {@link #concerns}
   */
  Reach of(DistrictId district, BarrierCode code, Collection<FamilyId> families);

  /**
   * @param usable open, with a way to get in touch
   * @param inReach of these, in that town or within 30 miles of it, or wherever one is
   */
  record Reach(int usable, int inReach) {}
}
