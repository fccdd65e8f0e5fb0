package org.porchlight.roster.edfi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;

class EdFiXmlTest implements RowSink {

  private final EdFiRoster roster = new EdFiRoster();
  private final EdFiPeople people = new EdFiPeople();
  private final EdFiXml format =
      new EdFiXml(
          List.of(
              roster.edFiSchool(),
              roster.edFiStudent(),
              roster.edFiSession(),
              roster.edFiCalendarDate(),
              roster.edFiEnrollment(),
              people.edFiContact(),
              people.edFiContactLink(),
              people.edFiStudentLanguages()));
  private final List<CanonicalRecord> records = new ArrayList<>();
  private final List<String> aside = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();

  @Override
  public void accept(SourceRow at, CanonicalRecord row) {
    records.add(row);
  }

  @Override
  public void quarantine(
      SourceRow at, String kind, @Nullable String key, String field, Rule rule, String value) {
    aside.add(at.row() + " " + kind + " " + key + " " + field + " " + rule);
  }

  @Override
  public void flag(SourceRow at, String kind, String field, Rule rule, String value) {
    aside.add("flag " + at.row() + " " + kind + " " + field + " " + rule);
  }

  @Override
  public void alias(SourceRow at, String kind, String alias, String key) {
    aliases.add(alias + "=" + key);
  }

  private void read(String xml) {
    format.read(
        DistrictId.random(),
        1,
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
        this);
  }

  private void readIn(String version, String content) {
    read("<InterchangeX xmlns=\"http://ed-fi.org/" + version + "\">" + content + "</InterchangeX>");
  }

  private static String student(String id, String first) {
    return "<Student><StudentUniqueId>"
        + id
        + "</StudentUniqueId><Name><FirstName>"
        + first
        + "</FirstName><LastSurname>Doe</LastSurname></Name><BirthData><BirthDate>2015-01-02</BirthDate></BirthData></Student>";
  }

  @Test
  void shouldReadStudentsOfAnyVersionFive() {
    readIn("5.0.0", student("1", "Ana"));
    readIn("5.2.0", student("2", "Ben"));
    assertThat(records).extracting(row -> row.key()).containsExactly("1", "2");
  }

  @Test
  void shouldRefuseOtherVersionsAndOtherFiles() {
    assertThatThrownBy(() -> readIn("4.0.0", student("1", "Ana")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("version");
    assertThatThrownBy(() -> read("<Roster/>"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no Ed-Fi interchange");
    assertThatThrownBy(() -> read("<InterchangeStudent/>")).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void shouldRefuseATruncatedFileWithoutQuotingIt() {
    assertThatThrownBy(
            () ->
                read(
                    "<InterchangeStudent xmlns=\"http://ed-fi.org/5.2.0\">"
                        + student("1", "Ana")
                        + "<Student><Stu"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("ends too early")
        .hasMessageNotContaining("Ana");
  }

  @Test
  void shouldRefuseDocumentTypesAndEntities() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            + "<InterchangeStudent xmlns=\"http://ed-fi.org/5.2.0\"><Student><StudentUniqueId>&b;</StudentUniqueId></Student></InterchangeStudent>";
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(UnreadableFile.class);
    String file =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><InterchangeStudent xmlns=\"http://ed-fi.org/5.2.0\"/>";
    assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class);
    assertThat(records).isEmpty();
  }

  @Test
  void shouldSetAsideARowThatCannotBeUsedAndGoOn() {
    readIn(
        "5.2.0",
        "<Student><StudentUniqueId>7</StudentUniqueId><Name><FirstName>A</FirstName></Name></Student>"
            + "<Student><Name><FirstName>A</FirstName><LastSurname>B</LastSurname></Name></Student>"
            + student("8", "Cleo").replace("2015-01-02", "2015-13-02")
            + student("9", "Dee"));
    assertThat(aside)
        .containsExactly(
            "1 students 7 LastSurname REQUIRED",
            "2 students null StudentUniqueId REQUIRED",
            "3 students 8 BirthDate NOT_A_DATE");
    assertThat(records).extracting(row -> row.key()).containsExactly("9");
  }

  @Test
  void shouldReadAContactWithPhonesAndLanguages() {
    readIn(
        "5.2.0",
        """
        <Contact id="C1"><ContactUniqueId>c</ContactUniqueId><Name><FirstName>M</FirstName><LastSurname>S</LastSurname></Name>
        <Address><StreetNumberName>1 Elm St</StreetNumberName><ApartmentRoomSuiteNumber>2B</ApartmentRoomSuiteNumber>
        <City>Hartford</City><StateAbbreviation>uri://x#CT</StateAbbreviation><PostalCode>06103</PostalCode></Address>
        <Telephone><TelephoneNumber>(860) 555-0100</TelephoneNumber><TelephoneNumberType>uri://x#Mobile</TelephoneNumberType></Telephone>
        <Telephone><TelephoneNumber>(950) 342 7522</TelephoneNumber><TelephoneNumberType>uri://x#Other</TelephoneNumberType></Telephone>
        <Telephone><TelephoneNumber>(860) 233-1234</TelephoneNumber><TelephoneNumberType>uri://x#Fax</TelephoneNumberType></Telephone>
        <Language><Language>uri://x#spa</Language><LanguageUse>uri://x#Written language</LanguageUse></Language>
        <Language><Language>uri://x#por</Language><LanguageUse>uri://x#Spoken language</LanguageUse></Language>
        <Language><Language>uri://x#nonsense</Language></Language></Contact>
        """);
    Records.Contact contact = (Records.Contact) records.getFirst();
    assertThat(contact.address()).isEqualTo("1 Elm St 2B, Hartford, CT 06103");
    assertThat(contact.writtenLanguage()).isEqualTo("es");
    assertThat(contact.spokenLanguage()).isEqualTo("pt");
    assertThat(contact.phones()).hasSize(3);
    assertThat(contact.phones().get(1).e164()).isNull();
    assertThat(contact.phones().get(1).asGiven()).isEqualTo("(950) 342 7522");
    assertThat(contact.phones().get(2).e164()).isEqualTo("+18602331234");
    assertThat(contact.phones().get(2).textable()).isFalse();
    assertThat(aliases).containsExactly("C1=c");
    assertThat(aside).containsExactly("flag 1 contacts Language UNKNOWN_CODE");
  }

  @Test
  void shouldReadALinkByAliasWithItsRestriction() {
    readIn(
        "5.2.0",
        """
        <StudentContactAssociation><StudentReference><StudentIdentity><StudentUniqueId>7</StudentUniqueId></StudentIdentity>
        </StudentReference><ContactReference ref="C1"/><Relation>uri://x#Mother</Relation><LivesWith>true</LivesWith>
        <ContactRestrictions>court order</ContactRestrictions></StudentContactAssociation>
        """);
    Records.ContactLink link = (Records.ContactLink) records.getFirst();
    assertThat(link.contact()).isEqualTo(RowSink.aliased("Contact", "C1"));
    assertThat(link.livesWith()).isTrue();
    assertThat(link.legalGuardian()).isFalse();
    assertThat(link.restrictions()).isEqualTo("court order");
  }

  @Test
  void shouldReadEnrollmentTermAndCalendar() {
    String school =
        "<SchoolReference><SchoolIdentity><SchoolId>5</SchoolId></SchoolIdentity></SchoolReference>";
    readIn(
        "5.2.0",
        "<StudentSchoolAssociation><StudentReference><StudentIdentity><StudentUniqueId>7</StudentUniqueId></StudentIdentity></StudentReference>"
            + school
            + "<EntryDate>2025-08-27</EntryDate><EntryGradeLevel>uri://x#Ninth grade</EntryGradeLevel></StudentSchoolAssociation>"
            + "<Session><SessionName>Fall</SessionName><SchoolYear>2025-2026</SchoolYear><BeginDate>2025-08-27</BeginDate>"
            + "<EndDate>2025-12-19</EndDate><TotalInstructionalDays>80</TotalInstructionalDays>"
            + school
            + "</Session>"
            + "<CalendarDate><Date>2025-09-01</Date><CalendarEvent>uri://x#Holiday</CalendarEvent><CalendarReference><CalendarIdentity>"
            + "<CalendarCode>A</CalendarCode>"
            + school
            + "<SchoolYear>2025-2026</SchoolYear></CalendarIdentity></CalendarReference></CalendarDate>");
    assertThat(aside).isEmpty();
    assertThat(records)
        .extracting(CanonicalRecord::kind)
        .containsExactly("enrollments", "terms", "calendarDays");
    assertThat(((Records.Enrollment) records.get(0)).grade()).isEqualTo("Ninth grade");
    assertThat(((Records.Term) records.get(1)).instructionalDays()).isEqualTo(80);
    assertThat(((Records.CalendarDay) records.get(2)).instructional()).isFalse();
  }
}
