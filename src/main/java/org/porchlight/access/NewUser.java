package org.porchlight.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

/** A person to add; see {@link Actor} for the meaning of the parts. */
public record NewUser(
    String username,
    String password,
    String displayName,
    @Nullable DistrictId district,
    boolean districtWide,
    Set<SchoolId> schools,
    Set<Role> roles,
    Set<Duty> duties) {}
