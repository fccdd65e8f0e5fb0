package org.porchlight.identification;

import java.util.Set;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;

/** Implemented by the module that holds cases: families that need no proposal now. */
public interface ServedFamilies {

  Set<FamilyId> served(DistrictId district);
}
