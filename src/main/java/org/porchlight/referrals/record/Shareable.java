package org.porchlight.referrals.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ContactPhones;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/** What is known of a family that it may agree to share with one resource. */
@Component
class Shareable {

  private final Barriers barriers;
  private final Cases cases;
  private final Families families;
  private final ContactPhones phones;
  private final ResourceDirectory directory;

  Shareable(
      Barriers barriers,
      Cases cases,
      Families families,
      ContactPhones phones,
      ResourceDirectory directory) {
    this.barriers = barriers;
    this.cases = cases;
    this.families = families;
    this.phones = phones;
    this.directory = directory;
  }

  ConsentSheet of(Referral referral) {
    CaseView view = cases.get(referral.caseId());
    Family family = families.find(view.family()).orElseThrow();
    Resource resource = directory.find(referral.district(), referral.resource()).orElseThrow();
    List<ContactPhone> numbers = phones.of(family, view);
    Optional<Barrier> barrier = barriers.find(referral.barrier());
    List<Family.Student> about = about(family, barrier.map(each -> each.student()).orElse(null));
    List<ConsentSheet.Signer> signers = new ArrayList<>();
    for (Family.Guardian guardian : family.contacts()) {
      signers.add(
          new ConsentSheet.Signer(
              guardian.id().value(),
              guardian.firstName() + " " + guardian.lastName(),
              facts(guardian, numbers, about, resource)));
    }
    return new ConsentSheet(resource.name(), resource.organization(), signers);
  }

  /** The students whom a disclosure is about. */
  List<StudentId> students(Referral referral) {
    Family family = families.find(cases.get(referral.caseId()).family()).orElseThrow();
    StudentId student = barriers.find(referral.barrier()).map(each -> each.student()).orElse(null);
    return about(family, student).stream().map(Family.Student::id).toList();
  }

  private static List<Family.Student> about(Family family, @Nullable StudentId student) {
    List<Family.Student> named =
        family.students().stream().filter(each -> each.id().equals(student)).toList();
    return named.isEmpty() ? family.students() : named;
  }

  private static Map<SharedFact, String> facts(
      Family.Guardian guardian,
      List<ContactPhone> numbers,
      List<Family.Student> about,
      Resource resource) {
    Map<SharedFact, String> facts = new EnumMap<>(SharedFact.class);
    facts.put(SharedFact.FIRST_NAME, guardian.firstName());
    numbers.stream()
        .filter(phone -> phone.guardian().equals(guardian.id()) && phone.inUse())
        .findFirst()
        .ifPresent(phone -> facts.put(SharedFact.PHONE, phone.shown()));
    String language =
        guardian.spokenLanguage() == null ? guardian.writtenLanguage() : guardian.spokenLanguage();
    if (language != null) {
      facts.put(
          SharedFact.LANGUAGE, Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH));
    }
    facts.put(SharedFact.NEED, resource.name());
    facts.put(
        SharedFact.CHILD_FIRST_NAME,
        String.join(", ", about.stream().map(Family.Student::firstName).toList()));
    List<String> grades =
        about.stream().map(Family.Student::grade).filter(java.util.Objects::nonNull).toList();
    if (!grades.isEmpty()) {
      facts.put(SharedFact.CHILD_GRADE, String.join(", ", grades));
    }
    Town.in(guardian.address()).ifPresent(town -> facts.put(SharedFact.TOWN, town.name()));
    return facts;
  }
}
