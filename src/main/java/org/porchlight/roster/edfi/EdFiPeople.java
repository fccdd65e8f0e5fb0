package org.porchlight.roster.edfi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource;
import org.porchlight.roster.EdFiResource.Notes;
import org.porchlight.roster.GivenPhone;
import org.porchlight.roster.Records;
import org.porchlight.roster.StudentProfiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contacts, their links to students, and languages as Ed-Fi writes them. */
@Configuration(proxyBeanMethods = false)
class EdFiPeople {

  @Bean
  EdFiResource edFiContact() {
    return new EdFiPart(
        "Contact",
        Records.CONTACT,
        e -> e.required("ContactUniqueId"),
        (e, notes) -> List.of(contact(e, notes)));
  }

  private static Records.Contact contact(EdFiElement e, Notes notes) {
    EdFiLanguages languages = EdFiLanguages.of(e, notes);
    return new Records.Contact(
        e.required("ContactUniqueId"),
        e.required("Name", "FirstName"),
        e.required("Name", "LastSurname"),
        address(e),
        e.text("ElectronicMail", "ElectronicMailAddress").orElse(null),
        languages.written(),
        languages.spoken(),
        phones(e));
  }

  private static List<GivenPhone> phones(EdFiElement e) {
    List<GivenPhone> phones = new ArrayList<>();
    for (EdFiElement phone : e.all("Telephone")) {
      phone
          .text("TelephoneNumber")
          .ifPresent(
              number ->
                  phones.add(
                      GivenPhone.of(
                          number,
                          phone.code("TelephoneNumberType").orElse("Other"),
                          phone
                              .number(0, Integer.MAX_VALUE, "OrderOfPriority")
                              .orElse(Integer.MAX_VALUE),
                          phone.yesOrNo("TextMessageCapabilityIndicator").orElse(null))));
    }
    return phones;
  }

  /** The home address, else the first one. */
  private static @Nullable String address(EdFiElement e) {
    List<EdFiElement> all = e.all("Address");
    Optional<EdFiElement> chosen =
        all.stream()
            .filter(a -> a.code("AddressType").orElse("").equalsIgnoreCase("Home"))
            .findFirst()
            .or(() -> all.stream().findFirst());
    return chosen
        .map(
            a -> {
              List<String> parts = new ArrayList<>();
              String street = a.text("StreetNumberName").orElse("");
              parts.add(
                  a.text("ApartmentRoomSuiteNumber")
                      .map(unit -> street + " " + unit)
                      .orElse(street));
              a.text("City").ifPresent(parts::add);
              String state = a.code("StateAbbreviation").orElse("");
              parts.add((state + " " + a.text("PostalCode").orElse("")).strip());
              parts.removeIf(String::isBlank);
              return String.join(", ", parts);
            })
        .filter(text -> !text.isBlank())
        .orElse(null);
  }

  @Bean
  EdFiResource edFiContactLink() {
    return new EdFiPart(
        "StudentContactAssociation",
        Records.CONTACT_LINK,
        e -> CanonicalRecord.key(EdFiRoster.student(e), contactOf(e)),
        (e, notes) ->
            List.of(
                new Records.ContactLink(
                    EdFiRoster.student(e),
                    contactOf(e),
                    e.code("Relation").orElse(null),
                    e.yesOrNo("LivesWith").orElse(false),
                    e.yesOrNo("LegalGuardian").orElse(false),
                    e.yesOrNo("EmergencyContactStatus").orElse(false),
                    e.yesOrNo("PrimaryContactStatus").orElse(false),
                    e.number(0, Integer.MAX_VALUE, "ContactPriority").orElse(null),
                    e.text("ContactRestrictions").orElse(null))));
  }

  private static String contactOf(EdFiElement e) {
    return e.reference("Contact", "ContactUniqueId");
  }

  @Bean
  EdFiResource edFiStudentLanguages() {
    return new EdFiPart(
        "StudentEducationOrganizationAssociation",
        Records.STUDENT_LANGUAGE,
        e -> CanonicalRecord.key(EdFiRoster.student(e), organization(e)),
        (e, notes) -> {
          List<CanonicalRecord> records = new ArrayList<>();
          String home = EdFiLanguages.of(e, notes).home();
          if (home != null) {
            records.add(new Records.StudentLanguage(EdFiRoster.student(e), organization(e), home));
          }
          EdFiNeeds.of(e)
              .forEach(
                  need ->
                      records.add(
                          new Records.StudentNeed(EdFiRoster.student(e), "characteristics", need)));
          return records;
        });
  }

  @Bean
  EdFiResource edFiStudentLunches() {
    return program(
        "StudentSchoolFoodServiceProgramAssociation",
        "lunch",
        StudentProfiles.Need.FREE_OR_REDUCED_LUNCH);
  }

  @Bean
  EdFiResource edFiStudentHomelessness() {
    return program(
        "StudentHomelessProgramAssociation", "homelessness", StudentProfiles.Need.HOMELESS);
  }

  /** An association that has ended counts no more; when it ends later, the next file says so. */
  private static EdFiResource program(String element, String from, StudentProfiles.Need need) {
    return new EdFiPart(
        element,
        Records.STUDENT_NEED,
        e -> CanonicalRecord.key(EdFiRoster.student(e), from, need),
        (e, notes) ->
            e.date("EndDate").isPresent() || e.text("ReasonExited").isPresent()
                ? List.of()
                : List.of(new Records.StudentNeed(EdFiRoster.student(e), from, need)));
  }

  private static String organization(EdFiElement e) {
    return e.text(
            "EducationOrganizationReference",
            "EducationOrganizationIdentity",
            "EducationOrganizationId")
        .orElse("");
  }
}
