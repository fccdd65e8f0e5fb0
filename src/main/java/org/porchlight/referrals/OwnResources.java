package org.porchlight.referrals;

import java.util.UUID;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/** What people of a district add to its directory themselves; imports leave it alone. */
public interface OwnResources {

  /** Also counts as verified by whoever writes it. */
  UUID add(DistrictId district, OwnResource resource, UserId by);

  /** False where the district wrote no such resource. */
  boolean change(DistrictId district, UUID id, OwnResource resource, UserId by);

  /**
   * Families are referred there no more; false as above. What was referred there stays readable.
   */
  boolean remove(DistrictId district, UUID id, UserId by);
}
