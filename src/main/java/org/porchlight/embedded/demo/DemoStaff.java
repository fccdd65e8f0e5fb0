package org.porchlight.embedded.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The staff of the demo district: coordinators, two attendance teams and twelve visitors. All sign
 * in with the demo password.
 */
@Component
@Profile({"embedded", "test"})
class DemoStaff {

  /** Refused as a password wherever the parts are not embedded. */
  static final String PASSWORD = "porchlight";

  private record Person(
      String firstName,
      String lastName,
      VisitorRole role,
      String language,
      LanguageLevel level,
      boolean trained) {}

  private static final List<Person> VISITORS =
      List.of(
          new Person(
              "Rosa", "Delgado", VisitorRole.FAMILY_LIAISON, "es", LanguageLevel.NATIVE, true),
          new Person("Owen", "Mercer", VisitorRole.TEACHER, "es", LanguageLevel.FLUENT, true),
          new Person(
              "Helena", "Moreira", VisitorRole.COMMUNITY_PARTNER, "pt", LanguageLevel.NATIVE, true),
          new Person(
              "Mirlande",
              "Estime",
              VisitorRole.COMMUNITY_PARTNER,
              "ht",
              LanguageLevel.NATIVE,
              true),
          new Person(
              "Sami", "Haddad", VisitorRole.PARAPROFESSIONAL, "ar", LanguageLevel.NATIVE, true),
          new Person(
              "Grace", "Larkin", VisitorRole.COUNSELOR, "fr", LanguageLevel.CONVERSATIONAL, true),
          new Person("Daryna", "Savchuk", VisitorRole.TEACHER, "uk", LanguageLevel.NATIVE, true),
          new Person(
              "Wei", "Lin", VisitorRole.SOCIAL_WORKER, "zh-Hans", LanguageLevel.NATIVE, true),
          new Person("Zofia", "Mazur", VisitorRole.NURSE, "pl", LanguageLevel.FLUENT, true),
          new Person("Theo", "Norwood", VisitorRole.COACH, "es", LanguageLevel.BASIC, true),
          new Person(
              "June",
              "Whitlock",
              VisitorRole.ADMINISTRATOR,
              "pt",
              LanguageLevel.CONVERSATIONAL,
              true),
          new Person(
              "Caleb", "Doyle", VisitorRole.VOLUNTEER, "es", LanguageLevel.CONVERSATIONAL, false));

  private final Users users;
  private final Visitors visitors;
  private final Schools schools;
  private final Clock clock;

  DemoStaff(Users users, Visitors visitors, Schools schools, Clock clock) {
    this.users = users;
    this.visitors = visitors;
    this.schools = schools;
    this.clock = clock;
  }

  /** Returns the coordinator. */
  UserId create(DistrictId district) {
    List<SchoolId> all = schools.ofDistrict(district).stream().map(Schools.School::id).toList();
    add(district, "admin", "Avery Quimby", true, List.of(), Role.ADMINISTRATOR);
    add(district, "team", "Nora Ramsey", true, List.of(), Role.TEAM);
    add(district, "maple-team", "Isaac Thorne", false, List.of(all.get(1)), Role.TEAM);
    add(
        district,
        "maple-coordinator",
        "Ella Parrish",
        false,
        List.of(all.get(1)),
        Role.COORDINATOR);
    List<String> usernames = new ArrayList<>(List.of("visitor"));
    for (int i = 1; i < VISITORS.size(); i++) {
      usernames.add("visitor" + (i + 1));
    }
    for (int i = 0; i < VISITORS.size(); i++) {
      addVisitor(district, usernames.get(i), VISITORS.get(i), i, all.get(i % all.size()));
    }
    return add(district, "coordinator", "Hazel Bennett", true, List.of(), Role.COORDINATOR);
  }

  private void addVisitor(
      DistrictId district, String username, Person person, int number, SchoolId school) {
    UserId user =
        add(
            district,
            username,
            person.firstName() + " " + person.lastName(),
            false,
            List.of(school),
            Role.VISITOR);
    visitors.register(
        new NewVisitor(
            user,
            person.firstName(),
            person.role(),
            person.role() == VisitorRole.COMMUNITY_PARTNER || person.role() == VisitorRole.VOLUNTEER
                ? VisitorKind.COMMUNITY
                : VisitorKind.SCHOOL,
            new PhoneNumber("+195955501%02d".formatted(number + 10)),
            "en",
            Map.of(
                "en",
                person.language().equals("fr") ? LanguageLevel.NATIVE : LanguageLevel.FLUENT,
                person.language(),
                person.level()),
            6));
    sayWhen(user, number);
    if (person.trained()) {
      visitors.completeTraining(
          user, Visitors.LEAP_101, LocalDate.now(clock).minusDays(60L + number));
    }
  }

  /** After school, on Thursdays everybody; each third on Saturdays too. */
  private void sayWhen(UserId user, int number) {
    DayOfWeek other = number % 2 == 0 ? DayOfWeek.TUESDAY : DayOfWeek.WEDNESDAY;
    for (DayOfWeek day : List.of(other, DayOfWeek.THURSDAY)) {
      visitors.freeOn(user, day, LocalTime.of(15, 30), LocalTime.of(19, 0));
    }
    if (number % 3 == 0) {
      visitors.freeOn(user, DayOfWeek.SATURDAY, LocalTime.of(10, 0), LocalTime.of(15, 0));
    }
  }

  private UserId add(
      DistrictId district,
      String username,
      String name,
      boolean districtWide,
      List<SchoolId> schools,
      Role role) {
    return users.add(
        new NewUser(
            username,
            PASSWORD,
            name,
            district,
            districtWide,
            Set.copyOf(schools),
            Set.of(role),
            Set.of()));
  }
}
