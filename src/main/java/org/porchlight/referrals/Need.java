package org.porchlight.referrals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a resource helps with, and which barriers (Attendance Works' categories, as the visit log
 * has them) lead to it. What a school causes leads to no resource: the school acts itself.
 */
public enum Need {
  FOOD("food-insecurity", "B_FOOD"),
  HOUSING("housing-instability", "B_HOUSING_UNSTABLE"),
  SHELTER("homelessness", "B_HOMELESS"),
  TRANSPORT("transportation-insecurity", "B_TRANSPORT", "B_BUS_MISSED", "B_UNSAFE_PATH"),
  CLOTHING("material-hardship", "B_CLOTHING_LAUNDRY"),
  UTILITIES("utility-insecurity", "B_UTILITIES"),
  HEALTH(
      "health-insurance-coverage-status",
      "B_HEALTH_ACCESS",
      "B_ILLNESS_CHRONIC",
      "B_ILLNESS_ACUTE",
      "B_IMMUNIZATION"),
  TEETH_EYES("medical-cost-burden", "B_DENTAL_VISION"),
  COUNSELING("stress", "B_MENTAL_HEALTH", "B_TRAUMA", "N_ANXIETY_SCHOOL"),
  SAFETY("intimate-partner-violence", "B_COMMUNITY_VIOLENCE"),
  CHILD_CARE("sdoh-category-unspecified", "B_SIBLING_CARE", "B_FAMILY_CAREGIVING"),
  WORK("employment-status", "B_WORK_STUDENT", "B_WORK_PARENT_HOURS"),
  INTERNET_DEVICE("digital-access", "B_DEVICE_INTERNET"),
  ENGLISH_CLASSES("language-access", "B_LANGUAGE_ACCESS"),
  ADVICE("sdoh-category-unspecified", "B_ENROLMENT_PAPERWORK"),
  TUTORING("educational-attainment", "N_STRUGGLE_ACADEMIC", "E_BEHIND_CREDITS"),
  AFTER_SCHOOL("social-connection", "E_NO_ENRICHMENT", "E_NO_PEER_CONNECTION"),
  MENTORING("social-connection", "E_NO_ADULT_CONNECTION", "E_DRAWN_OUTSIDE");

  private final String sdoh;
  private final Set<String> barriers;

  Need(String sdoh, String... barriers) {
    this.sdoh = sdoh;
    this.barriers = Set.of(barriers);
  }

  /** The SDOH category of the Gravity value set (HL7 FHIR SDOH Clinical Care, STU3). */
  public String sdoh() {
    return sdoh;
  }

  /** None where the school itself has to act. */
  public static Set<Need> ofBarrier(String code) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    Arrays.stream(values()).filter(need -> need.barriers.contains(code)).forEach(needs::add);
    return needs;
  }
}
