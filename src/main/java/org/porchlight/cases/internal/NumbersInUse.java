package org.porchlight.cases.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.RepairedPhone;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ContactPhones;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.roster.Family;
import org.porchlight.roster.Family.Guardian;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sorts the numbers by the same rules that choose where a text goes. */
@Component
class NumbersInUse implements ContactPhones {

  private final KnownContacts contacts;
  private final ContactRepairs repairs;
  private final OptOuts optOuts;
  private final WrongNumbers wrongNumbers;

  NumbersInUse(
      KnownContacts contacts, ContactRepairs repairs, OptOuts optOuts, WrongNumbers wrongNumbers) {
    this.contacts = contacts;
    this.repairs = repairs;
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ContactPhone> of(Family family, @Nullable CaseView newest) {
    List<Guardian> guardians = newest == null ? family.contacts() : contacts.guardians(newest.id());
    List<RepairedPhone> found = newest == null ? List.of() : repairs.phones(newest.id());
    Optional<TextContact> texted =
        newest == null || !newest.live() ? Optional.empty() : contacts.textTo(newest.id());
    return guardians.stream()
        .flatMap(
            guardian ->
                ofGuardian(
                    family.id(),
                    guardian,
                    found.stream()
                        .filter(
                            phone ->
                                KnownContacts.belongs(
                                    phone.guardian(),
                                    guardian,
                                    guardian.equals(guardians.getFirst())))
                        .map(RepairedPhone::phone)
                        .toList(),
                    texted.filter(to -> to.guardian().equals(guardian.id())))
                    .stream())
        .toList();
  }

  private List<ContactPhone> ofGuardian(
      FamilyId family, Guardian guardian, List<PhoneNumber> found, Optional<TextContact> texted) {
    Map<String, ContactPhone> phones = new LinkedHashMap<>();
    for (PhoneNumber number : found) {
      Use use = use(family, number, texted, !phones.isEmpty());
      phones.putIfAbsent(number.e164(), phone(guardian, number, use, true));
    }
    for (Family.Phone given : guardian.phones()) {
      PhoneNumber number = given.number();
      if (number == null) {
        phones.put(
            given.asGiven(),
            new ContactPhone(guardian.id(), given.asGiven(), Use.INVALID, false, false));
      } else {
        Use use = use(family, number, texted, !found.isEmpty());
        phones.putIfAbsent(number.e164(), phone(guardian, number, use, false));
      }
    }
    return phones.values().stream().sorted(Comparator.comparing(ContactPhone::use)).toList();
  }

  private Use use(
      FamilyId family, PhoneNumber number, Optional<TextContact> texted, boolean replaced) {
    if (wrongNumbers.reported(number, family)) {
      return Use.WRONG;
    }
    if (replaced) {
      return Use.REPLACED;
    }
    return texted.map(TextContact::phone).filter(number::equals).isPresent()
        ? Use.TEXTS
        : Use.CALLS;
  }

  private ContactPhone phone(Guardian guardian, PhoneNumber number, Use use, boolean found) {
    return new ContactPhone(guardian.id(), number.written(), use, found, optOuts.optedOut(number));
  }
}
