package org.porchlight.referrals;

import java.util.Locale;
import java.util.Optional;
import org.porchlight.cases.BarrierCode;

/** Who at a school can do something about what the school itself causes or can mend. */
public enum SchoolRole {
  PRINCIPAL,
  COUNSELOR,
  NURSE,
  SOCIAL_WORKER,
  /** Buses and the way to school. */
  TRANSPORT,
  /** Devices and internet. */
  TECHNOLOGY;

  /** As in owner groups: {@code social-worker}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of a code. */
  public static Optional<SchoolRole> of(String code) {
    for (SchoolRole role : values()) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** Whose task a barrier is first, where the school acts. */
  public static SchoolRole of(BarrierCode code) {
    return switch (code) {
      case B_DEVICE_INTERNET -> TECHNOLOGY;
      case B_BUS_MISSED, B_UNSAFE_PATH, B_TRANSPORT -> TRANSPORT;
      case B_ILLNESS_ACUTE, B_ILLNESS_CHRONIC, B_IMMUNIZATION, M_KEEP_HOME_ANY_ILLNESS -> NURSE;
      case B_FAMILY_CAREGIVING,
          B_FOOD,
          B_HOMELESS,
          B_HOUSING_UNSTABLE,
          B_CLOTHING_LAUNDRY,
          B_UTILITIES,
          N_STRUGGLE_SOCIAL,
          N_PARENT_BAD_EXPERIENCE ->
          SOCIAL_WORKER;
      case B_LANGUAGE_ACCESS,
          B_ENROLMENT_PAPERWORK,
          N_BULLYING,
          N_DISCIPLINE_SUSPENSION,
          N_SUPPORTS_LACKING,
          N_UNWELCOMING,
          N_BIAS,
          E_POOR_CLIMATE,
          E_TURNOVER_SUBS ->
          PRINCIPAL;
      default -> COUNSELOR;
    };
  }
}
