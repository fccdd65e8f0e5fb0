package org.porchlight.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.FirstContactPlans;
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

  KnownContacts(
      CaseStore cases, Families families, FirstContactPlans plans, ContactRepairs repairs) {
    this.cases = cases;
    this.families = families;
    this.plans = plans;
    this.repairs = repairs;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<TextContact> textTo(CaseId id) {
    List<RepairedPhone> found = repairs.phones(id);
    List<Guardian> asked = guardians(id);
    for (Guardian guardian : asked) {
      boolean first = guardian.equals(asked.getFirst());
      Optional<PhoneNumber> phone = phone(guardian, first, found);
      String language = guardian.writtenLanguage();
      if (phone.isPresent() && language != null) {
        return Optional.of(new TextContact(guardian.id(), phone.get(), language));
      }
    }
    return Optional.empty();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean reachable(CaseId id) {
    return !repairs.phones(id).isEmpty()
        || guardians(id).stream()
            .flatMap(guardian -> guardian.phones().stream())
            .anyMatch(phone -> phone.number() != null);
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
  private static Optional<PhoneNumber> phone(
      Guardian guardian, boolean first, List<RepairedPhone> found) {
    Optional<RepairedPhone> repaired =
        found.stream().filter(phone -> belongs(phone.guardian(), guardian, first)).findFirst();
    if (repaired.isEmpty()) {
      return guardian.textable();
    }
    return repaired.filter(RepairedPhone::textable).map(RepairedPhone::phone);
  }

  static boolean belongs(@Nullable GuardianId whose, Guardian guardian, boolean first) {
    return whose == null ? first : whose.equals(guardian.id());
  }
}
