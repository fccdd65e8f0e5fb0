package org.porchlight.referrals.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ContactPhones;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
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
  private final SchoolCalendars calendars;
  private final Clock clock;

  Shareable(
      Barriers barriers,
      Cases cases,
      Families families,
      ContactPhones phones,
      ResourceDirectory directory,
      SchoolCalendars calendars,
      Clock clock) {
    this.barriers = barriers;
    this.cases = cases;
    this.families = families;
    this.phones = phones;
    this.directory = directory;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Guardians sign for students who are not of age; a student of 18 or older signs alone, and for
   * nobody else (34 CFR 99.5).
   */
  ConsentSheet of(Referral referral) {
    CaseView view = cases.get(referral.caseId());
    Family family = families.find(view.family()).orElseThrow();
    Resource resource = directory.find(referral.district(), referral.resource()).orElseThrow();
    List<ContactPhone> numbers = phones.of(family, view);
    Set<StudentId> ofAge = ofAge(referral, view);
    List<Family.Student> about = about(family, referral);
    List<Family.Student> minors =
        about.stream().filter(each -> !ofAge.contains(each.id())).toList();
    List<ConsentSheet.Signer> signers =
        minors.isEmpty()
            ? about.stream().map(each -> student(each, family, numbers, resource)).toList()
            : family.contacts().stream()
                .map(each -> guardian(each, minors, numbers, resource))
                .toList();
    return new ConsentSheet(resource.name(), resource.organization(), signers);
  }

  /**
   * The students whom a disclosure is about.
   *
   * @param signer who agreed to it; null where nobody did
   */
  List<StudentId> students(Referral referral, @Nullable UUID signer) {
    CaseView view = cases.get(referral.caseId());
    Family family = families.find(view.family()).orElseThrow();
    Set<StudentId> ofAge = ofAge(referral, view);
    List<StudentId> about = about(family, referral).stream().map(Family.Student::id).toList();
    List<StudentId> signed = about.stream().filter(each -> each.value().equals(signer)).toList();
    List<StudentId> minors = about.stream().filter(each -> !ofAge.contains(each)).toList();
    return !signed.isEmpty() ? signed : minors.isEmpty() ? about : minors;
  }

  private Set<StudentId> ofAge(Referral referral, CaseView view) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), calendars.zone(referral.district()));
    return families.ofAge(view.family(), today);
  }

  private List<Family.Student> about(Family family, Referral referral) {
    StudentId student = barriers.find(referral.barrier()).map(each -> each.student()).orElse(null);
    List<Family.Student> named =
        family.students().stream().filter(each -> each.id().equals(student)).toList();
    return named.isEmpty() ? family.students() : named;
  }

  private static ConsentSheet.Signer guardian(
      Family.Guardian guardian,
      List<Family.Student> about,
      List<ContactPhone> numbers,
      Resource resource) {
    Map<SharedFact, String> facts = new EnumMap<>(SharedFact.class);
    facts.put(SharedFact.FIRST_NAME, guardian.firstName());
    numbers.stream()
        .filter(phone -> phone.guardian().equals(guardian.id()) && phone.inUse())
        .findFirst()
        .ifPresent(phone -> facts.put(SharedFact.PHONE, phone.shown()));
    language(guardian).ifPresent(language -> facts.put(SharedFact.LANGUAGE, language));
    facts.put(
        SharedFact.CHILD_FIRST_NAME,
        String.join(", ", about.stream().map(Family.Student::firstName).toList()));
    Town.in(guardian.address()).ifPresent(town -> facts.put(SharedFact.TOWN, town.name()));
    more(facts, about, resource);
    return new ConsentSheet.Signer(
        guardian.id().value(), guardian.firstName() + " " + guardian.lastName(), false, facts);
  }

  /**
   * Rosters have no numbers of students: the partner calls the family's first, and asks for them.
   */
  private static ConsentSheet.Signer student(
      Family.Student student, Family family, List<ContactPhone> numbers, Resource resource) {
    Map<SharedFact, String> facts = new EnumMap<>(SharedFact.class);
    facts.put(SharedFact.FIRST_NAME, student.firstName());
    numbers.stream()
        .filter(ContactPhone::inUse)
        .findFirst()
        .ifPresent(phone -> facts.put(SharedFact.PHONE, phone.shown()));
    family.contacts().stream()
        .findFirst()
        .ifPresent(
            home -> {
              language(home).ifPresent(language -> facts.put(SharedFact.LANGUAGE, language));
              Town.in(home.address()).ifPresent(town -> facts.put(SharedFact.TOWN, town.name()));
            });
    more(facts, List.of(student), resource);
    return new ConsentSheet.Signer(
        student.id().value(), student.firstName() + " " + student.lastName(), true, facts);
  }

  private static Optional<String> language(Family.Guardian guardian) {
    return Optional.ofNullable(
            guardian.spokenLanguage() == null
                ? guardian.writtenLanguage()
                : guardian.spokenLanguage())
        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
  }

  private static void more(
      Map<SharedFact, String> facts, List<Family.Student> about, Resource resource) {
    facts.put(SharedFact.NEED, resource.name());
    List<String> grades =
        about.stream().map(Family.Student::grade).filter(Objects::nonNull).toList();
    if (!grades.isEmpty()) {
      facts.put(SharedFact.CHILD_GRADE, String.join(", ", grades));
    }
  }
}
