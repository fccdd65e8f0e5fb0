package org.porchlight.messaging;

import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;

/**
 * Asked at the moment of sending whether a family may be texted unasked once more (I2). Implemented
 * by the module that knows every contact with a family, by whatever means.
 */
public interface ContactBudget {

  /** False: the text is skipped, and a person is told why. */
  boolean leavesRoom(FamilyId family, DistrictId district);
}
