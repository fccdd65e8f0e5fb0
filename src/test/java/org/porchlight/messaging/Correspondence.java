package org.porchlight.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.roster.Districts;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.testing.TestClock;
import org.springframework.stereotype.Component;

/** Makes families with phones, and the hour in which they may be texted. */
@Component
public class Correspondence {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Districts districts;
  private final SchoolCalendars calendars;
  private final TestPhones phones;
  private final TestClock clock;
  private final Messages messages;
  private final Questions questions;

  Correspondence(
      Districts districts,
      SchoolCalendars calendars,
      TestPhones phones,
      TestClock clock,
      Messages messages,
      Questions questions) {
    this.districts = districts;
    this.calendars = calendars;
    this.phones = phones;
    this.clock = clock;
    this.messages = messages;
    this.questions = questions;
  }

  /** Somebody with a phone. */
  public record Person(
      DistrictId district, PhoneNumber phone, Recipient recipient, CaseId caseId, String language) {

    public FamilyId family() {
      return ((Recipient.OfFamily) recipient).family();
    }
  }

  public Person guardian(String language) {
    return person(new Recipient.OfFamily(FamilyId.random(), GuardianId.random()), language);
  }

  public Person visitor() {
    return person(new Recipient.OfStaff(new UserId(UUID.randomUUID())), "en");
  }

  private Person person(Recipient recipient, String language) {
    DistrictId district = districts.add("Brookfield", ZONE, "CT");
    return new Person(district, phones.number(), recipient, CaseId.random(), language);
  }

  /**
   * Moves the clock, where needed, into an hour in which texts leave, well before the window
   * closes.
   */
  public Instant openWindow() {
    DistrictId any = districts.add("Any", ZONE, "CT");
    ZonedDateTime now = clock.instant().atZone(ZONE);
    if (now.toLocalTime().isBefore(LocalTime.of(9, 0))
        || now.toLocalTime().isAfter(LocalTime.of(17, 0))
        || !calendars.schoolDay(any, null, now.toLocalDate())) {
      ZonedDateTime next = now.toLocalDate().atTime(9, 30).atZone(ZONE);
      while (!next.isAfter(now) || !calendars.schoolDay(any, null, next.toLocalDate())) {
        next = next.plusDays(1);
      }
      clock.advance(Duration.between(now, next));
    }
    return clock.instant();
  }

  public UUID invite(Person person, String purpose, String occurrence) {
    return request(person, purpose, occurrence, "cases.invitation", INVITATION, Duration.ofDays(3));
  }

  public UUID request(
      Person person,
      String purpose,
      String occurrence,
      String template,
      Map<String, Object> arguments,
      Duration expiresIn) {
    Instant now = clock.instant();
    return messages.request(
        new MessageRequest(
            person.district(),
            person.phone(),
            person.recipient(),
            person.caseId(),
            purpose,
            occurrence,
            template,
            person.language(),
            arguments,
            now,
            now.plus(expiresIn),
            false));
  }

  public UUID ask(Person person, Question.Kind kind) {
    return ask(person, kind, person.caseId(), "Jo");
  }

  /**
   * About another case than the person's own.
   *
   * @param about who would come
   */
  public UUID askAbout(Person person, Question.Kind kind, String about) {
    return ask(person, kind, CaseId.random(), about);
  }

  private UUID ask(Person person, Question.Kind kind, CaseId caseId, String about) {
    UUID id = UUID.randomUUID();
    questions.ask(
        new Question(
            id,
            kind,
            person.phone(),
            person.recipient(),
            caseId,
            person.language(),
            clock.instant().plus(Duration.ofDays(5)),
            about));
    return id;
  }

  public static final Map<String, Object> INVITATION =
      Map.of(
          "schoolName", "Elm Street School",
          "name1", "Ana",
          "role1", "TEACHER",
          "name2", "Jo",
          "role2", "COMMUNITY_PARTNER");
}
