package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.FamilyContacts;
import org.springframework.stereotype.Component;

/** Puts off what nobody asked for until the family's contact budget has room. */
@Component
class ContactPace {

  private final FamilyContacts contacts;
  private final CaseTimes times;

  ContactPace(FamilyContacts contacts, CaseTimes times) {
    this.contacts = contacts;
    this.times = times;
  }

  boolean leavesRoom(CaseView about) {
    return contacts.count(about.family(), about.district()).leavesRoom();
  }

  /** {@code wished}, or the first working morning with room after it. */
  ZonedDateTime notBeforeRoom(CaseView about, ZonedDateTime wished) {
    Instant room = contacts.count(about.family(), about.district()).roomFrom();
    if (room == null || !room.isAfter(wished.toInstant())) {
      return wished;
    }
    LocalDate day = times.inZone(about, room).toLocalDate();
    ZonedDateTime morning = times.morningOf(about, day);
    return morning.toInstant().isBefore(room) ? times.morningOf(about, day.plusDays(1)) : morning;
  }
}
