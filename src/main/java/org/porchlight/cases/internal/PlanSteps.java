package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.Programs;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the dates of the steps to come. Every result is a map of gateway variables. */
@Component
public class PlanSteps {

  private final CaseStore cases;
  private final CaseContacts contacts;
  private final ContactRepairs repairs;
  private final Invitations invitations;
  private final Programs programs;
  private final ContactPace pace;
  private final CaseTimes times;
  private final CasesProperties settings;
  private final Clock clock;

  PlanSteps(
      CaseStore cases,
      CaseContacts contacts,
      ContactRepairs repairs,
      Invitations invitations,
      Programs programs,
      ContactPace pace,
      CaseTimes times,
      CasesProperties settings,
      Clock clock) {
    this.cases = cases;
    this.contacts = contacts;
    this.repairs = repairs;
    this.invitations = invitations;
    this.programs = programs;
    this.pace = pace;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
  }

  /** A family is looked for once; what a person then found has to do. */
  @Transactional(readOnly = true)
  public Map<String, Object> firstContact(CaseId id) {
    ZonedDateTime due = times.dueIn(view(id), settings.planSchoolDays());
    boolean missing = !repairs.any(id) && !contacts.reachable(id);
    return Map.of("planDueAt", CaseTimes.text(due), "contactRepairNeeded", missing);
  }

  @Transactional(readOnly = true)
  public Map<String, Object> repair(CaseId id) {
    return due("repairDueAt", times.dueIn(view(id), settings.contactSchoolDays()));
  }

  /** From here on a person asks: what the family still texts is read by a person too. */
  @Transactional
  public Map<String, Object> contact(CaseId id) {
    invitations.closeAll(id, clock.instant());
    CaseView view = view(id);
    ZonedDateTime from = pace.notBeforeRoom(view, times.inZone(view, clock.instant()));
    return due(
        "contactDueAt", times.dueAfter(view, from.toLocalDate(), settings.contactSchoolDays()));
  }

  /**
   * @param answer as the process has it: {@code later} or {@code notReached}
   */
  @Transactional(readOnly = true)
  public Map<String, Object> postpone(CaseId id, String answer) {
    Case held = cases.read(id);
    CaseView view = held.view();
    LocalDate until = held.postponedUntil();
    return due(
        "laterUntil",
        "later".equals(answer) && until != null
            ? times.morningOf(view, until)
            : pace.notBeforeRoom(view, times.waitFor(view, settings.retrySchoolDays())));
  }

  @Transactional(readOnly = true)
  public Map<String, Object> agreement(CaseId id, @Nullable List<String> visitorGroups) {
    CaseView view = view(id);
    List<String> groups = new ArrayList<>(visitorGroups == null ? List.of() : visitorGroups);
    groups.add(view.coordinators().text());
    ZonedDateTime due = times.dueIn(view, settings.agreeSchoolDays());
    return Map.of("agreeGroups", groups, "agreeDueAt", CaseTimes.text(due));
  }

  /** For the person who chooses the next two visitors. */
  @Transactional(readOnly = true)
  public Map<String, Object> choice(CaseId id) {
    return due("chooseDueAt", times.dueIn(view(id), settings.planSchoolDays()));
  }

  @Transactional(readOnly = true)
  public Map<String, Object> review(CaseId id) {
    return due("reviewDueAt", times.dueIn(view(id), settings.reviewSchoolDays()));
  }

  /**
   * Counted from today, the day on which the log is applied, which is that of the visit or soon
   * after.
   */
  @Transactional(readOnly = true)
  public Map<String, Object> followUp(CaseId id) {
    CaseView view = view(id);
    int days = programs.current(view.district()).cadence().visitToCallSchoolDays();
    LocalDate day = times.dueIn(view, days).toLocalDate();
    return times.call(view, pace.notBeforeRoom(view, times.morningOf(view, day)));
  }

  private CaseView view(CaseId id) {
    return cases.read(id).view();
  }

  private static Map<String, Object> due(String name, ZonedDateTime time) {
    return Map.of(name, CaseTimes.text(time));
  }
}
