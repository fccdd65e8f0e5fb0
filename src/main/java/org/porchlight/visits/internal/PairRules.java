package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;

/**
 * What makes two visitors a pair for a family (I7, I11): two people, both trained by the visit's
 * day, neither with an enforcing duty, and together able to talk with the family. The language rule
 * waits where the roster does not say the family's language: it is asked in the first contact, and
 * checked again when a time is agreed.
 */
final class PairRules {

  private PairRules() {}

  /**
   * What is wrong, by who it is about; empty for a valid pair.
   *
   * @param familyLanguage BCP 47, null where unknown
   * @param interpreterLanguage BCP 47 where an interpreter is booked
   */
  static Map<Subject, String> problems(
      Member first,
      Member second,
      LocalDate day,
      @Nullable String familyLanguage,
      @Nullable String interpreterLanguage) {
    Map<Subject, String> problems = new LinkedHashMap<>();
    check(first, day, Subject.FIRST, problems);
    check(second, day, Subject.SECOND, problems);
    if (first.visitor().user().equals(second.visitor().user())) {
      problems.put(Subject.SECOND, "Choose two different people: a visit is always made by two");
    }
    if (!canTalk(first, second, familyLanguage, interpreterLanguage)) {
      problems.put(
          Subject.INTERPRETER,
          interpreterLanguage == null
              ? "Neither visitor is fluent in the family's language: book an interpreter, or choose"
                  + " somebody who is"
              : "The interpreter speaks another language than the family: choose the family's");
    }
    return problems;
  }

  static boolean canTalk(
      Member first,
      Member second,
      @Nullable String familyLanguage,
      @Nullable String interpreterLanguage) {
    if (familyLanguage == null) {
      return true;
    }
    return first.visitor().fluentIn(familyLanguage)
        || second.visitor().fluentIn(familyLanguage)
        || (interpreterLanguage != null
            && Visitor.primary(interpreterLanguage).equals(Visitor.primary(familyLanguage)));
  }

  /** May be asked to visit at all, on this day or later. */
  static boolean eligible(Member member, LocalDate day) {
    Map<Subject, String> problems = new LinkedHashMap<>();
    check(member, day, Subject.FIRST, problems);
    return problems.isEmpty();
  }

  private static void check(
      Member member, LocalDate day, Subject subject, Map<Subject, String> problems) {
    if (member.account().enforces()) {
      problems.put(
          subject, "People with a truancy, court or police duty never visit: choose another");
    } else if (!member.visitor().active() || !member.account().has(Role.VISITOR)) {
      problems.put(subject, "This person does not visit families any more: choose another");
    } else if (!member.visitor().trainedOn(day)) {
      problems.put(
          subject,
          "LEAP 101 is not on record for this person by the day of the visit: choose another, or"
              + " record the training first");
    }
  }

  /** A visitor with their account, which holds duties and scope as they are now. */
  record Member(Visitor visitor, Actor account) {}

  /** Whom or what a problem is about. */
  enum Subject {
    FIRST,
    SECOND,
    INTERPRETER
  }
}
