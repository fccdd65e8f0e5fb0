package org.porchlight.visits.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.cases.Cases;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.TestPeople;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A visit that is over and not yet logged, in a case that no process drives. */
@Component
class VisitLogMade {

  private final TaskFixture fixture;
  private final TestPeople people;
  private final Visitors visitors;
  private final Pairs pairs;
  private final Appointments appointments;
  private final Cases cases;
  private final JdbcClient jdbc;
  private final Clock clock;

  VisitLogMade(
      TaskFixture fixture,
      TestPeople people,
      Visitors visitors,
      Pairs pairs,
      Appointments appointments,
      Cases cases,
      JdbcClient jdbc,
      Clock clock) {
    this.fixture = fixture;
    this.people = people;
    this.visitors = visitors;
    this.pairs = pairs;
    this.appointments = appointments;
    this.cases = cases;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param visitor one of the two who visited
   * @param visit its id
   */
  record Made(TaskFixture.Opened opened, Actor coordinator, Actor visitor, UUID visit) {}

  /** It began two hours ago. */
  Made visit() {
    return visit(Duration.ofHours(2));
  }

  Made visit(Duration ago) {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened opened = fixture.family(place, "Lina", "Haddad", "ar");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    Actor ana = visitor(place, "Ana", VisitorKind.SCHOOL);
    Actor jo = visitor(place, "Jo", VisitorKind.COMMUNITY);
    Instant now = clock.instant();
    Pair pair =
        new Pair(
            opened.caseId(),
            opened.family(),
            place.district(),
            ana.id(),
            jo.id(),
            null,
            UUID.randomUUID(),
            now);
    pair.ask(now.plus(Duration.ofDays(1)), 1);
    pair.answer(ana.id(), true, now);
    pair.answer(jo.id(), true, now);
    Pair accepted = pairs.saveAndFlush(pair);
    cases.familyAgreed(opened.caseId(), "CALL", coordinator.id(), now);
    Appointment visit =
        appointments.saveAndFlush(
            new Appointment(
                accepted,
                UUID.randomUUID(),
                new AgreedTime(now.minus(ago), Duration.ofMinutes(45), "HOME", null),
                now.minus(Duration.ofDays(3))));
    return new Made(opened, coordinator, ana, visit.id());
  }

  /** The task to log it, in this form. */
  long logTask(Made visit, VisitForm form) {
    long task =
        fixture.task(
            visit.opened().caseId(),
            "userTask_LogVisit",
            clock.instant().plus(Duration.ofDays(2)),
            OwnerGroup.visitor(visit.visitor().id()).text());
    jdbc.sql("update engine.form set form_id = ?, json = ? where form_key = ?")
        .params(form.id(), json(form), task)
        .update();
    return task;
  }

  private static String json(VisitForm form) {
    try {
      return Files.readString(Path.of("forms", form.id() + ".form"));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a form", e);
    }
  }

  private Actor visitor(TaskFixture.Place place, String name, VisitorKind kind) {
    Actor actor = people.atSchool(place.district(), place.school(), Role.VISITOR);
    UserId user = actor.id();
    visitors.register(
        new NewVisitor(
            user,
            name,
            VisitorRole.TEACHER,
            kind,
            new PhoneNumber("+1860" + (2_000_000 + Math.floorMod(user.hashCode(), 7_999_999))),
            "en",
            Map.of("en", LanguageLevel.NATIVE, "ar", LanguageLevel.FLUENT),
            4));
    visitors.completeTraining(user, Visitors.LEAP_101, LocalDate.of(2026, 1, 10));
    return actor;
  }
}
