package org.porchlight.cases.internal;

import java.time.LocalDate;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.DistrictHours;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The hours of a district's program: by the school calendar, or by its summer's own work days. */
@Component
class ProgramHours implements DistrictHours {

  private final Programs programs;
  private final SchoolCalendars calendars;

  ProgramHours(Programs programs, SchoolCalendars calendars) {
    this.programs = programs;
    this.calendars = calendars;
  }

  @Override
  public Hours on(DistrictId district, LocalDate day) {
    ProgramSettings settings = programs.current(district);
    boolean works = settings.worksOn(day, calendars.schoolDay(district, null, day));
    ProgramSettings.Summer summer = settings.summer();
    return summer.covers(day)
        ? new Hours(works, summer.opens(), summer.closes())
        : new Hours(works, settings.contact().opens(), settings.contact().closes());
  }
}
