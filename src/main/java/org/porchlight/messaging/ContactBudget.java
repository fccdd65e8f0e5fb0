package org.porchlight.messaging;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;

/**
 * Asked at the moment of sending whether a family may be texted unasked once more (I2). Implemented
 * by the module that knows every contact with a family, by whatever means.
 */
public interface ContactBudget {

  /** False: the text is skipped, and a person is told why. */
  boolean leavesRoom(FamilyId family, DistrictId district);

  /** Those families of the district that leave room. */
  default Set<FamilyId> withRoom(Collection<FamilyId> families, DistrictId district) {
    return families.stream()
        .filter(family -> leavesRoom(family, district))
        .collect(Collectors.toUnmodifiableSet());
  }
}
