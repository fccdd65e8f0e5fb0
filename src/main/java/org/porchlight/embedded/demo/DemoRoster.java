package org.porchlight.embedded.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.GivenPhone;
import org.porchlight.roster.Records;
import org.porchlight.roster.StudentProfiles.Need;

/**
 * The people of the demo district, the same for the same seed: about 400 students in three schools,
 * siblings, nine home languages, some families without a phone that works. Phone numbers are of the
 * ranges kept for fiction (555-0100 to 555-0199).
 */
final class DemoRoster {

  static final List<Records.School> SCHOOLS =
      List.of(
          new Records.School("101", "Maple Street Elementary School"),
          new Records.School("102", "Riverside Middle School"),
          new Records.School("103", "Elmbrook High School"));

  private static final List<String> LANGUAGES =
      List.of(
          "en", "en", "en", "en", "en", "en", "en", "en", "en", "es", "es", "es", "es", "es", "pt",
          "pt", "ht", "ar", "zh-Hans", "uk", "ps", "pl");
  private static final int STUDENTS = 400;
  private static final List<String> AREA_CODES = List.of("203", "475", "860");
  private static final List<String> STREETS =
      List.of(
          "Maple Street",
          "Orchard Lane",
          "Canal Street",
          "Hillside Avenue",
          "Foundry Road",
          "Juniper Court",
          "Depot Street");

  /** How a student tends to attend: the chance to be absent on a school day, in thousandths. */
  record Pupil(String student, String school, int absentPerMille) {}

  private final Random random;
  private final DemoNames names = new DemoNames();
  private final DemoYear year;
  private final List<CanonicalRecord> records = new ArrayList<>();
  private final List<Pupil> pupils = new ArrayList<>();
  private final Set<String> family = new HashSet<>();
  private int contacts;
  private int phones;

  DemoRoster(long seed, DemoYear year) {
    this.random = new Random(seed);
    this.year = year;
    records.addAll(SCHOOLS);
    for (Records.School school : SCHOOLS) {
      records.add(
          new Records.Term(
              school.id(),
              year.name(),
              "Year",
              year.begins(),
              year.ends(),
              (int) year.days().stream().filter(day -> !year.dayOff(day)).count()));
      for (var day : year.days()) {
        boolean off = year.dayOff(day);
        records.add(
            new Records.CalendarDay(
                school.id(),
                "regular",
                year.name(),
                day,
                !off,
                off ? "Holiday" : "Instructional day",
                off ? null : 390));
      }
    }
    while (pupils.size() < STUDENTS) {
      addFamily();
    }
  }

  Stream<CanonicalRecord> records() {
    return records.stream();
  }

  /**
   * Of the school days so far. Every absence of a student is one report; a few tardies are none.
   */
  Stream<CanonicalRecord> attendance() {
    Random chance = new Random(random.nextLong());
    return pupils.stream()
        .flatMap(
            pupil ->
                year.past().stream()
                    .flatMap(day -> report(pupil, day, chance.nextInt(1000), chance.nextInt(10))));
  }

  private Stream<CanonicalRecord> report(Pupil pupil, LocalDate day, int draw, int kind) {
    if (draw < pupil.absentPerMille()) {
      AttendanceStatus status =
          kind == 0
              ? AttendanceStatus.ABSENT_DISCIPLINARY
              : kind < 5 ? AttendanceStatus.ABSENT_UNEXCUSED : AttendanceStatus.ABSENT_EXCUSED;
      return Stream.of(AttendanceEvent.of(pupil.student(), pupil.school(), day, status));
    }
    return draw >= 985
        ? Stream.of(
            AttendanceEvent.of(pupil.student(), pupil.school(), day, AttendanceStatus.TARDY))
        : Stream.empty();
  }

  private void addFamily() {
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    String lastName = names.last(language, random);
    String address =
        (2 + random.nextInt(190))
            + " "
            + STREETS.get(random.nextInt(STREETS.size()))
            + ", Elmbrook, CT 06999";
    family.clear();
    List<String> children = new ArrayList<>();
    int size = 1 + (random.nextInt(100) < 40 ? 1 : 0) + (random.nextInt(100) < 12 ? 1 : 0);
    int habit = habit();
    for (int i = 0; i < size; i++) {
      children.add(addStudent(language, lastName, Math.max(5, habit + random.nextInt(21) - 10)));
    }
    boolean knownLanguage = random.nextInt(100) >= 3;
    addContact(
        children,
        language,
        lastName,
        address,
        random.nextBoolean() ? "Mother" : "Guardian",
        1,
        knownLanguage,
        true,
        null);
    if (random.nextInt(100) < 55) {
      boolean restricted = random.nextInt(100) < 4;
      addContact(
          children,
          language,
          lastName,
          address,
          "Father",
          2,
          knownLanguage,
          true,
          restricted ? "See the office before any contact" : null);
    }
    if (random.nextInt(100) < 20) {
      addContact(
          children,
          language,
          names.last(language, random),
          null,
          "Grandmother",
          3,
          knownLanguage,
          false,
          null);
    }
  }

  /** Most children miss little, some too much, a few a great deal. */
  private int habit() {
    int draw = random.nextInt(100);
    return draw < 68 ? 30 : draw < 84 ? 70 : draw < 96 ? 140 : 260;
  }

  private String addStudent(String language, String lastName, int absentPerMille) {
    String id = String.valueOf(900_001 + pupils.size());
    int grade = random.nextInt(13);
    Records.School school = SCHOOLS.get(grade <= 5 ? 0 : grade <= 8 ? 1 : 2);
    records.add(new Records.Student(id, names.first(language, random, family), lastName, null));
    records.add(
        new Records.Enrollment(
            id, school.id(), year.begins(), null, grade == 0 ? "K" : String.valueOf(grade), true));
    records.add(new Records.StudentLanguage(id, language));
    addNeeds(id, language);
    pupils.add(new Pupil(id, school.id(), absentPerMille));
    return id;
  }

  /** By the student's number, so that the rest of the district stays as it was. */
  private void addNeeds(String student, String language) {
    int number = Integer.parseInt(student);
    if (!language.equals("en") && number % 2 == 0) {
      records.add(new Records.StudentNeed(student, "characteristics", Need.ENGLISH_LEARNER));
    }
    if (number % 5 < 2) {
      records.add(new Records.StudentNeed(student, "lunch", Need.FREE_OR_REDUCED_LUNCH));
    }
    if (number % 37 == 0) {
      records.add(new Records.StudentNeed(student, "characteristics", Need.HOMELESS));
    }
    if (number % 59 == 0) {
      records.add(new Records.StudentNeed(student, "characteristics", Need.FOSTER));
    }
  }

  private void addContact(
      List<String> children,
      String language,
      String lastName,
      @Nullable String address,
      String relation,
      int order,
      boolean knownLanguage,
      boolean livesWith,
      @Nullable String restrictions) {
    String id = "c" + (++contacts);
    String known = knownLanguage ? language : null;
    records.add(
        new Records.Contact(
            id,
            names.first(language, random, family),
            lastName,
            address,
            null,
            known,
            known,
            phones(order)));
    for (String child : children) {
      records.add(
          new Records.ContactLink(
              child, id, relation, livesWith, livesWith, true, order == 1, order, restrictions));
    }
  }

  /** One in twenty first contacts has no number that works: contact repair has something to do. */
  private List<GivenPhone> phones(int order) {
    if (order > 2 || random.nextInt(20) == 0) {
      return List.of(GivenPhone.of("555-01", "Home", 1, null));
    }
    int number = phones++ % 300;
    String given = "(%s) 555-01%02d".formatted(AREA_CODES.get(number / 100), number % 100);
    return List.of(GivenPhone.of(given, "Mobile", 1, true));
  }
}
