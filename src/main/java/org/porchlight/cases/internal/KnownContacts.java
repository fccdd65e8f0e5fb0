package org.porchlight.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.cases.Wish;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.Family.Guardian;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the roster, the plan and people's repairs say. */
@Component
class KnownContacts implements CaseContacts {

  private final CaseStore cases;
  private final Families families;
  private final FirstContactPlans plans;
  private final ContactRepairs repairs;
  private final WrongNumbers wrongNumbers;
  private final LineTypes lineTypes;

  KnownContacts(
      CaseStore cases,
      Families families,
      FirstContactPlans plans,
      ContactRepairs repairs,
      WrongNumbers wrongNumbers,
      LineTypes lineTypes) {
    this.cases = cases;
    this.families = families;
    this.plans = plans;
    this.repairs = repairs;
    this.wrongNumbers = wrongNumbers;
    this.lineTypes = lineTypes;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<TextContact> textTo(CaseId id) {
    return textable(id).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<TextContact> textable(CaseId id) {
    FamilyId family = cases.read(id).view().family();
    List<RepairedPhone> found = theirs(id, family);
    List<Guardian> asked = guardians(id);
    List<TextContact> textable = new ArrayList<>();
    for (Guardian guardian : asked) {
      boolean first = guardian.equals(asked.getFirst());
      String language = guardian.writtenLanguage();
      if (language != null) {
        numbers(family, guardian, first, found)
            .map(number -> new TextContact(guardian.id(), number, language))
            .forEach(textable::add);
      }
    }
    return textable;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean reachable(CaseId id) {
    FamilyId family = cases.read(id).view().family();
    return !theirs(id, family).isEmpty()
        || guardians(id).stream()
            .flatMap(guardian -> guardian.phones().stream())
            .map(Family.Phone::number)
            .anyMatch(number -> number != null && !wrongNumbers.reported(number, family));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean wantsCalls(CaseId id) {
    return cases.read(id).wish() == Wish.CALLS_ONLY;
  }

  /** What people found, but for numbers that turned out to be somebody else's. */
  private List<RepairedPhone> theirs(CaseId id, FamilyId family) {
    return repairs.phones(id).stream()
        .filter(found -> !wrongNumbers.reported(found.phone(), family))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<RepairedPhone> foundPhones(CaseId id) {
    return repairs.phones(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> repairedAddress(CaseId id) {
    return repairs.address(id);
  }

  /** The planned guardian first, then in the roster's order. */
  List<Guardian> guardians(CaseId id) {
    FamilyId family = cases.read(id).view().family();
    List<Guardian> ordered =
        new ArrayList<>(families.find(family).map(Family::contacts).orElse(List.of()));
    GuardianId planned = plans.of(id).map(FirstContactPlans.Plan::guardian).orElse(null);
    ordered.sort((a, b) -> Boolean.compare(b.id().equals(planned), a.id().equals(planned)));
    return ordered;
  }

  /** A number that nobody said whose it is belongs to the one who is asked first. */
  private Stream<PhoneNumber> numbers(
      FamilyId family, Guardian guardian, boolean first, List<RepairedPhone> found) {
    Optional<RepairedPhone> repaired =
        found.stream().filter(phone -> belongs(phone.guardian(), guardian, first)).findFirst();
    if (repaired.isEmpty()) {
      return guardian.phones().stream()
          .filter(phone -> takesTexts(phone.number(), phone.textable()))
          .map(Family.Phone::number)
          .filter(Objects::nonNull)
          .filter(number -> !wrongNumbers.reported(number, family));
    }
    return repaired
        .filter(phone -> takesTexts(phone.phone(), phone.textable()))
        .map(RepairedPhone::phone)
        .stream();
  }

  /** What a person found out about the line goes before any list. */
  boolean takesTexts(@Nullable PhoneNumber number, boolean textable) {
    return number != null
        && (textable ? !lineTypes.landline(number) : lineTypes.correction(number).isPresent());
  }

  static boolean belongs(@Nullable GuardianId whose, Guardian guardian, boolean first) {
    return whose == null ? first : whose.equals(guardian.id());
  }
}
