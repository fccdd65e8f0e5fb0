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
import org.porchlight.messaging.LineTypes;
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
  private final LineTypes lines;

  NumbersInUse(
      KnownContacts contacts,
      ContactRepairs repairs,
      OptOuts optOuts,
      WrongNumbers wrongNumbers,
      LineTypes lines) {
    this.contacts = contacts;
    this.repairs = repairs;
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
    this.lines = lines;
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
                        .toList(),
                    texted.filter(to -> to.guardian().equals(guardian.id())))
                    .stream())
        .toList();
  }

  private List<ContactPhone> ofGuardian(
      FamilyId family, Guardian guardian, List<RepairedPhone> found, Optional<TextContact> texted) {
    Map<String, ContactPhone> phones = new LinkedHashMap<>();
    for (RepairedPhone one : found) {
      PhoneNumber number = one.phone();
      Use use = use(family, number, texted, !phones.isEmpty());
      phones.putIfAbsent(number.e164(), phone(guardian, number, use, true, one.textable()));
    }
    for (Family.Phone given : guardian.phones()) {
      PhoneNumber number = given.number();
      if (number == null) {
        phones.put(
            given.asGiven(),
            new ContactPhone(
                guardian.id(), null, given.asGiven(), Use.INVALID, false, false, false, null));
      } else {
        Use use = use(family, number, texted, !found.isEmpty());
        phones.putIfAbsent(number.e164(), phone(guardian, number, use, false, given.textable()));
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

  private ContactPhone phone(
      Guardian guardian, PhoneNumber number, Use use, boolean found, boolean textable) {
    return new ContactPhone(
        guardian.id(),
        number,
        number.written(),
        use,
        found,
        optOuts.optedOut(number),
        !contacts.takesTexts(number, textable),
        lines.correction(number).orElse(null));
  }
}
