package org.porchlight.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Families;
import org.porchlight.roster.GivenPhone;
import org.porchlight.roster.Records;
import org.porchlight.roster.RosterLoader;
import org.porchlight.roster.Schools;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.TestPeople;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens cases of families that only one test knows, each with a school, a coordinator and two
 * visitors.
 */
@Component
public class TestCases {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Districts districts;
  private final RosterLoader loader;
  private final Schools schools;
  private final Families families;
  private final TestPeople people;
  private final Visitors visitors;
  private final Cases cases;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TestCases(
      Districts districts,
      RosterLoader loader,
      Schools schools,
      Families families,
      TestPeople people,
      Visitors visitors,
      Cases cases,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock) {
    this.districts = districts;
    this.loader = loader;
    this.schools = schools;
    this.families = families;
    this.people = people;
    this.visitors = visitors;
    this.cases = cases;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A case and its people. */
  public record Opened(
      CaseId id, FamilyId family, Actor coordinator, UserId visitorA, UserId visitorB) {}

  /** What nothing but the database, pages and texts may hold. */
  public record Family(
      String studentId,
      String studentName,
      String firstName,
      String lastName,
      String address,
      String phone,
      String visitorName) {}

  /** The guardian reads Spanish and has a mobile phone. */
  public Opened open() {
    return open(new Family("7", "Sol", "Luz", "Example", "1 Example Street", phone(), "Ana"));
  }

  public Opened openWithoutPhone() {
    return open(new Family("7", "Sol", "Luz", "Example", "1 Example Street", "", "Ana"));
  }

  public void publish(Object event) {
    transactions.executeWithoutResult(status -> events.publishEvent(event));
  }

  static String phone() {
    return "+1860" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
  }

  public Opened open(Family about) {
    DistrictId district = districts.add("Test District", ZONE, "CT");
    FamilyId family = family(district, about);
    SchoolId school = schools.bySourceId(district, "1").orElseThrow().id();
    Actor coordinator = people.atSchool(district, school, Role.COORDINATOR);
    UserId visitorA = visitor(district, school, VisitorRole.TEACHER, about.visitorName());
    UserId visitorB = visitor(district, school, VisitorRole.COMMUNITY_PARTNER, "Jo");
    publish(
        new ProposalAccepted(
            UUID.randomUUID(), family, district, school, coordinator.id(), false, clock.instant()));
    CaseId id = cases.openCaseOf(family).orElseThrow().id();
    return new Opened(id, family, coordinator, visitorA, visitorB);
  }

  /** The school's system says that the guardian's number is gone. */
  public void importWithoutPhone(Opened about) {
    family(
        cases.get(about.id()).district(),
        new Family("7", "Sol", "Luz", "Example", "1 Example Street", "", "Ana"));
  }

  /** The school's system says that the guardian may not be contacted any more. */
  public void restrictContact(Opened about) {
    loader.load(
        cases.get(about.id()).district(),
        Stream.of(
            new Records.ContactLink("7", "c", "Mother", true, true, false, true, 1, "See office")));
  }

  private FamilyId family(DistrictId district, Family about) {
    String phone = about.phone();
    List<GivenPhone> phones =
        !phone.isEmpty() ? List.of(new GivenPhone(phone, phone, "Mobile", true, 1)) : List.of();
    loader.load(
        district,
        Stream.of(
            new Records.School("1", "Elm School"),
            new Records.Student(about.studentId(), about.studentName(), about.lastName(), null),
            new Records.Enrollment(
                about.studentId(), "1", LocalDate.of(2026, 8, 26), null, "3", true),
            new Records.Contact(
                "c",
                about.firstName(),
                about.lastName(),
                about.address(),
                null,
                "es",
                "es",
                phones),
            new Records.ContactLink(
                about.studentId(), "c", "Mother", true, true, false, true, 1, null)));
    return schools
        .studentBySourceId(district, about.studentId())
        .flatMap(families::ofStudent)
        .orElseThrow();
  }

  /** Trained, fluent in Spanish. */
  public UserId visitor(DistrictId district, SchoolId school, VisitorRole role, String name) {
    UserId user = people.atSchool(district, school, Role.VISITOR).id();
    visitors.register(
        new NewVisitor(
            user,
            name,
            role,
            role == VisitorRole.TEACHER ? VisitorKind.SCHOOL : VisitorKind.COMMUNITY,
            new PhoneNumber(phone()),
            "en",
            Map.of("en", LanguageLevel.NATIVE, "es", LanguageLevel.FLUENT),
            8));
    Instant now = clock.instant();
    visitors.completeTraining(
        user, Visitors.LEAP_101, now.atZone(ZONE).toLocalDate().minusDays(30));
    return user;
  }
}
