package org.porchlight.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can make coming to school hard: the reasons of Attendance Works under codes that stay.
 * Nobody's immigration status is recorded, so there is no code for it: what was offered is.
 */
public enum BarrierCode {
  B_ILLNESS_CHRONIC(Kind.COMMUNITY),
  B_ILLNESS_ACUTE(Kind.SCHOOL),
  B_MENTAL_HEALTH(Kind.COMMUNITY, "stress"),
  B_DENTAL_VISION(Kind.COMMUNITY),
  B_HEALTH_ACCESS(Kind.COMMUNITY, "health-insurance-coverage-status"),
  B_IMMUNIZATION(Kind.COMMUNITY),
  B_FAMILY_CAREGIVING(Kind.COMMUNITY),
  B_SIBLING_CARE(Kind.COMMUNITY),
  B_TRANSPORT(Kind.COMMUNITY, "transportation-insecurity"),
  B_BUS_MISSED(Kind.SCHOOL, "transportation-insecurity"),
  B_UNSAFE_PATH(Kind.SCHOOL),
  B_COMMUNITY_VIOLENCE(Kind.COMMUNITY),
  B_TRAUMA(Kind.COMMUNITY),
  B_HOUSING_UNSTABLE(Kind.COMMUNITY, "housing-instability"),
  B_HOMELESS(Kind.COMMUNITY, "homelessness"),
  B_FOOD(Kind.COMMUNITY, "food-insecurity"),
  B_CLOTHING_LAUNDRY(Kind.COMMUNITY, "material-hardship"),
  B_UTILITIES(Kind.COMMUNITY, "utility-insecurity"),
  B_WORK_STUDENT(Kind.COMMUNITY, "employment-status"),
  B_WORK_PARENT_HOURS(Kind.COMMUNITY, "employment-status"),
  B_DEVICE_INTERNET(Kind.TECHNOLOGY, "digital-access"),
  B_LANGUAGE_ACCESS(Kind.SCHOOL, "language-access"),
  /** A change in who looks after the student. */
  B_JUSTICE_FOSTER(Kind.COMMUNITY),
  B_ENROLMENT_PAPERWORK(Kind.SCHOOL),

  N_STRUGGLE_ACADEMIC(Kind.SCHOOL),
  N_STRUGGLE_SOCIAL(Kind.SCHOOL),
  N_BULLYING(Kind.SCHOOL),
  N_DISCIPLINE_SUSPENSION(Kind.SCHOOL),
  N_ANXIETY_SCHOOL(Kind.SCHOOL),
  N_PARENT_BAD_EXPERIENCE(Kind.SCHOOL),
  N_UNDIAGNOSED_DISABILITY(Kind.SCHOOL),
  N_SUPPORTS_LACKING(Kind.SCHOOL),
  N_UNWELCOMING(Kind.SCHOOL),
  N_BIAS(Kind.SCHOOL),

  E_NOT_CHALLENGED(Kind.SCHOOL),
  E_NO_RELEVANCE(Kind.SCHOOL),
  E_NO_ADULT_CONNECTION(Kind.SCHOOL),
  E_NO_PEER_CONNECTION(Kind.SCHOOL),
  E_NO_ENRICHMENT(Kind.SCHOOL),
  E_POOR_CLIMATE(Kind.SCHOOL),
  E_TURNOVER_SUBS(Kind.SCHOOL),
  E_BEHIND_CREDITS(Kind.SCHOOL),
  E_DRAWN_OUTSIDE(Kind.SCHOOL),

  M_ONLY_UNEXCUSED_MATTER(Kind.SCHOOL),
  M_SPORADIC_OK(Kind.SCHOOL),
  M_EARLY_GRADES_OK(Kind.SCHOOL),
  M_SUSPENSION_NOT_COUNTED(Kind.SCHOOL),
  M_KEEP_HOME_ANY_ILLNESS(Kind.SCHOOL),
  M_VACATION_OK(Kind.SCHOOL),
  M_NOTICE_NOT_UNDERSTOOD(Kind.SCHOOL),

  X_UNKNOWN(Kind.NONE),
  X_DECLINED_TO_SAY(Kind.NONE),
  /** In words that only visitors and coordinators read. */
  X_OTHER(Kind.COMMUNITY);

  /** The four of Attendance Works, and what fits in none. */
  public enum Category {
    BARRIERS,
    NEGATIVE_EXPERIENCES,
    LACK_OF_ENGAGEMENT,
    MISCONCEPTIONS,
    OTHER
  }

  /** Who can usually do something about it. */
  public enum Kind {
    /** Somebody outside the school. */
    COMMUNITY,
    /** The school itself: never a referral. */
    SCHOOL,
    /** The school's technology staff; done when the family says that it works. */
    TECHNOLOGY,
    /** Nothing that anybody can take on: no barrier is kept for it. */
    NONE
  }

  private static final Set<BarrierCode> RESTRICTED = Set.of(B_JUSTICE_FOSTER, X_OTHER);
  private static final Set<BarrierCode> URGENT = Set.of(B_HOMELESS, B_COMMUNITY_VIOLENCE);

  private final Kind kind;
  private final @Nullable String sdoh;

  BarrierCode(Kind kind) {
    this(kind, null);
  }

  BarrierCode(Kind kind, @Nullable String sdoh) {
    this.kind = kind;
    this.sdoh = sdoh;
  }

  /** Empty where there is no such code. */
  public static Optional<BarrierCode> of(String name) {
    return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
  }

  public Category category() {
    return switch (name().charAt(0)) {
      case 'B' -> Category.BARRIERS;
      case 'N' -> Category.NEGATIVE_EXPERIENCES;
      case 'E' -> Category.LACK_OF_ENGAGEMENT;
      case 'M' -> Category.MISCONCEPTIONS;
      default -> Category.OTHER;
    };
  }

  public Kind kind() {
    return kind;
  }

  /** Told in confidence: never in an event, a text, a process variable, a report or an export. */
  public boolean restricted() {
    return RESTRICTED.contains(this);
  }

  /** No place to sleep, safety: to a person within the hour of working time. */
  public boolean urgent() {
    return URGENT.contains(this);
  }

  /** Category of the Gravity project's value set, where one fits. */
  public Optional<String> sdoh() {
    return Optional.ofNullable(sdoh);
  }

  /** Of the code's words in the pages' messages. */
  public String messageKey() {
    return "families.barrier." + name();
  }
}
