package org.porchlight.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.referrals.record.Consent;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.SharedFact;
import org.porchlight.referrals.record.Way;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A family with an open case, a barrier, and a pantry with an address of its own. */
@Component
public class ReferralFixture {

  private final TaskFixture tasks;
  private final TestPeople people;
  private final OwnResources own;
  private final Barriers barriers;
  private final Referrals referrals;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReferralFixture(
      TaskFixture tasks,
      TestPeople people,
      OwnResources own,
      Barriers barriers,
      Referrals referrals,
      JdbcClient jdbc,
      Clock clock) {
    this.tasks = tasks;
    this.people = people;
    this.own = own;
    this.barriers = barriers;
    this.referrals = referrals;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param mailbox of the pantry, its own
   */
  public record Begun(
      TaskFixture.Opened opened,
      Actor coordinator,
      Actor other,
      UUID barrier,
      UUID pantry,
      String mailbox) {}

  public Begun begin(BarrierCode code) {
    TaskFixture.Place place = tasks.place();
    TaskFixture.Opened opened = tasks.family(place, "Nadia", "Haddad", "ar");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    Actor other = people.atSchool(place.district(), place.school(), Role.TEAM);
    String mailbox = "pantry-" + UUID.randomUUID() + "@harbor.example";
    UUID pantry =
        own.add(
            place.district(),
            resource(
                "Harbor Food Pantry", "Harbor Neighbors", Need.FOOD, mailbox, List.of("es", "ar")),
            coordinator.id());
    own.add(
        place.district(),
        resource("Evening Soup Kitchen", null, Need.FOOD, null, List.of()),
        coordinator.id());
    own.add(
        place.district(),
        resource("Warm Coats", null, Need.CLOTHING, null, List.of()),
        coordinator.id());
    UUID barrier =
        barriers.tell(
            new Telling(
                opened.caseId(),
                code,
                Source.PAGE,
                "test:" + UUID.randomUUID(),
                null,
                coordinator.id(),
                clock.instant(),
                "the words of the family"));
    return new Begun(opened, coordinator, other, barrier, pantry, mailbox);
  }

  public static OwnResource resource(
      String name,
      @Nullable String organization,
      Need need,
      @Nullable String email,
      List<String> languages) {
    return new OwnResource(
        name,
        organization,
        null,
        Set.of(need),
        email,
        "(203) 555-0101",
        null,
        null,
        "Norwalk",
        null,
        null,
        null,
        languages,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** A partner that can be texted. */
  public UUID texting(Begun begun, PhoneNumber phone, @Nullable String email) {
    OwnResource partner =
        new OwnResource(
            "Big Friend",
            null,
            null,
            Set.of(Need.FOOD),
            email,
            null,
            null,
            null,
            "Norwalk",
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            phone.written(),
            true);
    return own.add(begun.opened().place().district(), partner, begun.coordinator().id());
  }

  /** A referral that somebody signed for. */
  public UUID consented(Begun begun) {
    return consented(begun, begun.pantry());
  }

  public UUID consented(Begun begun, UUID resource) {
    UUID referral =
        referrals.draft(
            begun.barrier(), resource, Way.WITH_CONSENT, begun.coordinator().id(), clock.instant());
    referrals.consent(
        referral,
        paper(
            referral,
            begun.coordinator().id(),
            Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE, SharedFact.LANGUAGE)));
    return referral;
  }

  public Consent paper(UUID referral, UserId by, Set<SharedFact> facts) {
    return new Consent(
        signer(referral),
        Consent.How.PAPER,
        LocalDate.now(clock.withZone(java.time.ZoneOffset.UTC)),
        null,
        by,
        clock.instant(),
        facts,
        "after 6 pm",
        "They can come by bus.");
  }

  public UUID signer(UUID referral) {
    return referrals.sheet(referral).signers().getFirst().id();
  }

  /** Gives the family's student a day of birth; answers who that is. */
  public UUID born(Begun begun, LocalDate day) {
    return jdbc.sql(
            """
            update roster.student set birth_date = ? where id in (
              select student_id from roster.family_student where family_id = ?)
            returning id
            """)
        .params(day, begun.opened().family().value())
        .query(UUID.class)
        .single();
  }

  /** What the engine is told of a barrier's referrals, in order: message ids. */
  public List<String> told(UUID barrier) {
    return jdbc.sql(
            "select message_id from engine.command where subject = ? order by created_at, id")
        .param(barrier)
        .query(String.class)
        .list();
  }

  /** What other systems read of a referral, oldest first. */
  public List<String> events(UUID referral) {
    return jdbc.sql(
            "select type || ' ' || data::text from referrals.event_outbox where referral_id = ?"
                + " order by sequence")
        .param(referral)
        .query(String.class)
        .list();
  }

  /** How many of them Kafka has not confirmed yet. */
  public int unpublished(UUID referral) {
    return jdbc.sql(
            "select count(*) from referrals.event_outbox where referral_id = ?"
                + " and published_at is null")
        .param(referral)
        .query(Integer.class)
        .single();
  }
}
