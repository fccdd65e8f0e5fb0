package org.porchlight.referrals.record;

import java.util.List;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.Need;

/** Which kinds of help end which barrier, the likeliest first. What the school does is not here. */
final class NeedsOfBarriers {

  private NeedsOfBarriers() {}

  static List<Need> of(BarrierCode code) {
    return switch (code) {
      case B_ILLNESS_CHRONIC, B_HEALTH_ACCESS, B_IMMUNIZATION -> List.of(Need.HEALTH);
      case B_MENTAL_HEALTH, B_TRAUMA -> List.of(Need.COUNSELING);
      case B_DENTAL_VISION -> List.of(Need.TEETH_EYES);
      case B_FAMILY_CAREGIVING, B_SIBLING_CARE -> List.of(Need.CHILD_CARE);
      case B_TRANSPORT -> List.of(Need.TRANSPORT);
      case B_COMMUNITY_VIOLENCE -> List.of(Need.SAFETY, Need.COUNSELING);
      case B_HOUSING_UNSTABLE -> List.of(Need.HOUSING);
      case B_HOMELESS -> List.of(Need.SHELTER, Need.HOUSING);
      case B_FOOD -> List.of(Need.FOOD);
      case B_CLOTHING_LAUNDRY -> List.of(Need.CLOTHING);
      case B_UTILITIES -> List.of(Need.UTILITIES);
      case B_WORK_STUDENT -> List.of(Need.WORK);
      case B_WORK_PARENT_HOURS -> List.of(Need.CHILD_CARE, Need.AFTER_SCHOOL, Need.WORK);
      case B_DEVICE_INTERNET -> List.of(Need.INTERNET_DEVICE);
      case B_JUSTICE_FOSTER -> List.of(Need.COUNSELING, Need.ADVICE);
      default -> List.of();
    };
  }
}
