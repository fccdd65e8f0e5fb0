package org.porchlight.tasks.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.StaffRecords;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.OptOuts.Told;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff learn from a family outside any task: a no, a wish for a call or a break, an end of
 * texts.
 */
@Component
public class FamilyEvents {

  private final CurrentActor currentActor;
  private final Cases cases;
  private final Families families;
  private final CaseContacts contacts;
  private final StaffRecords records;
  private final OptOuts optOuts;
  private final Clock clock;

  FamilyEvents(
      CurrentActor currentActor,
      Cases cases,
      Families families,
      CaseContacts contacts,
      StaffRecords records,
      OptOuts optOuts,
      Clock clock) {
    this.currentActor = currentActor;
    this.cases = cases;
    this.families = families;
    this.contacts = contacts;
    this.records = records;
    this.optOuts = optOuts;
    this.clock = clock;
  }

  /** What can be recorded. */
  public enum What {
    FAMILY_SAID_NO,
    CALL_ASKED_FOR,
    /** No text leaves to any number of the family's contacts from now on. */
    STOP_TEXTS,
    /** Nothing is asked of the family until a day it names. */
    PAUSE,
    FAMILY_LEFT
  }

  /**
   * Opens the family's file (scope, audit) and records it.
   *
   * @param until the day on which the case goes on, for {@link What#PAUSE}; otherwise not looked at
   * @param request makes it one act: a repeat does nothing
   * @throws IllegalArgumentException where a break has no day between tomorrow and a year from now
   * @throws AccessDeniedException outside the scope, or for a visitor, who says it in their form
   * @throws java.util.NoSuchElementException where there is no such case
   * @throws IllegalStateException where the case has ended: nothing changes
   */
  @Transactional
  public void record(
      CaseId id, What what, @Nullable LocalDate until, UUID request, Channel channel) {
    Actor actor = currentActor.get();
    CaseView view = cases.get(id);
    Family family = families.open(view.family(), channel).family();
    if (!mayRecord(actor)) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
    if (what == What.STOP_TEXTS) {
      Told told = new Told(actor.id(), null, null);
      numbers(id, family).distinct().forEach(phone -> optOuts.recordSpoken(phone, told));
      return;
    }
    if (what == What.PAUSE) {
      if (until == null) {
        throw new IllegalArgumentException("until is missing: the day until which to wait");
      }
      records.pause(id, until, request, actor.id(), clock.instant());
      return;
    }
    records.record(
        id, StaffRecords.What.valueOf(what.name()), request, actor.id(), clock.instant());
  }

  /** Also those that a person found: texts go there first. */
  private Stream<PhoneNumber> numbers(CaseId id, Family family) {
    return Stream.concat(
        contacts.foundPhones(id).stream().map(CaseContacts.RepairedPhone::phone),
        family.contacts().stream()
            .flatMap(guardian -> guardian.phones().stream())
            .map(Family.Phone::number)
            .filter(Objects::nonNull));
  }

  /** Whether the signed-in person sees the buttons. */
  public boolean mayRecord() {
    return mayRecord(currentActor.get());
  }

  /** Whether the signed-in person may say that a file holds two families. */
  public boolean mayPart() {
    Actor actor = currentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
  }

  private static boolean mayRecord(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
  }
}
