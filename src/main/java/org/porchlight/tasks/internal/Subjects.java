package org.porchlight.tasks.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/**
 * What a line of the queue says about the case of a task: the students' names and the school. Only
 * for tasks of the reader's own groups; a line opens no file.
 */
@Component
public class Subjects {

  private final Cases cases;
  private final Barriers barriers;
  private final Families families;
  private final Schools schools;
  private final SchoolCalendars calendars;

  Subjects(
      Cases cases,
      Barriers barriers,
      Families families,
      Schools schools,
      SchoolCalendars calendars) {
    this.cases = cases;
    this.barriers = barriers;
    this.families = families;
    this.schools = schools;
    this.calendars = calendars;
  }

  /**
   * @param zone of the district, for due dates
   */
  public record Subject(CaseView view, String students, String school, ZoneId zone) {}

  /** The case itself, or the one that a barrier belongs to; empty where the subject is neither. */
  public Optional<CaseView> caseOf(UUID subject) {
    Optional<Barrier> barrier = barriers.find(subject);
    try {
      return Optional.of(
          cases.get(barrier.map(Barrier::caseId).orElseGet(() -> new CaseId(subject))));
    } catch (NoSuchElementException none) {
      return Optional.empty();
    }
  }

  /** By subject; those that are of no case are left out. */
  public Map<UUID, Subject> of(Collection<UUID> subjects) {
    Map<UUID, Subject> found = new HashMap<>();
    for (UUID subject : subjects) {
      if (!found.containsKey(subject)) {
        caseOf(subject).ifPresent(view -> found.put(subject, describe(view)));
      }
    }
    return found;
  }

  public Subject describe(CaseView view) {
    return new Subject(
        view,
        families.find(view.family()).map(Subjects::students).orElse(""),
        school(view),
        calendars.zone(view.district()));
  }

  /** First names, then the last names that differ: "Ana and Luis Ortiz". */
  public static String students(Family family) {
    return family.students().stream()
        .collect(
            Collectors.groupingBy(
                Family.Student::lastName,
                java.util.LinkedHashMap::new,
                Collectors.mapping(Family.Student::firstName, Collectors.toList())))
        .entrySet()
        .stream()
        .map(entry -> listed(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** UTC where there is no case to say otherwise. */
  public ZoneId zone(Optional<CaseView> view) {
    return view.map(each -> calendars.zone(each.district())).orElse(ZoneOffset.UTC);
  }

  private String school(CaseView view) {
    SchoolId school = view.school();
    return school == null ? "" : schools.find(school).map(Schools.School::name).orElse("");
  }
}
