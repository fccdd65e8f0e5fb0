package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.internal.KnownPeople.Known;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.StudentStandings;
import org.porchlight.roster.StudentStandings.Standing;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/** What the roster says anew about one case's family, and what follows from it. */
@Component
class FollowRoster {

  private final Families families;
  private final StudentStandings standings;
  private final KnownPeople known;
  private final ChangeOfSchool schools;
  private final Changes changes;
  private final TextTrouble texts;
  private final Timeline timeline;
  private final CaseTimes times;
  private final Clock clock;

  FollowRoster(
      Families families,
      StudentStandings standings,
      KnownPeople known,
      ChangeOfSchool schools,
      Changes changes,
      TextTrouble texts,
      Timeline timeline,
      CaseTimes times,
      Clock clock) {
    this.families = families;
    this.standings = standings;
    this.known = known;
    this.schools = schools;
    this.changes = changes;
    this.texts = texts;
    this.timeline = timeline;
    this.times = times;
    this.clock = clock;
  }

  /** The first look at a case only takes down what is there. */
  void follow(Case held) {
    CaseView view = held.view();
    Family family = families.find(view.family()).orElse(null);
    if (family == null) {
      return;
    }
    Map<StudentId, Standing> now =
        standings.of(
            family.students().stream().map(Family.Student::id).toList(), times.today(view));
    Set<GuardianId> contacts =
        family.contacts().stream().map(Family.Guardian::id).collect(Collectors.toSet());
    Map<StudentId, Known> before = known.students(view.id());
    Set<GuardianId> contactsBefore = known.contacts(view.id());
    if (!before.isEmpty()) {
      students(view, before, now);
      schools.follow(held, before, now);
      gone(view, contactsBefore, contacts);
      joined(view, contactsBefore, family);
    }
    schools.comingSoon(held.view(), now);
    Map<StudentId, Known> kept = new HashMap<>();
    now.forEach((id, standing) -> kept.put(id, new Known(standing.school(), standing.here())));
    if (!kept.equals(before) || !contacts.equals(contactsBefore)) {
      known.keep(view.id(), kept, contacts);
    }
  }

  private void students(CaseView view, Map<StudentId, Known> before, Map<StudentId, Standing> now) {
    now.forEach(
        (student, standing) -> {
          if (standing.here() && !before.containsKey(student)) {
            note(view, "sibling:" + student, "cases.siblingJoined");
          }
        });
    boolean anyHere = now.values().stream().anyMatch(Standing::here);
    boolean anyWasHere = before.values().stream().anyMatch(Known::here);
    if (!anyHere && anyWasHere) {
      changes.raise(
          view,
          ChangeNotice.of(
              view.id(), ChangeKind.STUDENTS_GONE, "gone:" + view.run() + ":" + times.today(view)));
      return;
    }
    before.forEach(
        (student, was) -> {
          Standing is = now.get(student);
          if (was.here() && (is == null || !is.here())) {
            note(view, "left:" + student + ":" + times.today(view), "cases.studentLeft");
          }
        });
  }

  /** Nobody writes to a guardian who is gone or restricted; a person goes on with the next one. */
  private void gone(CaseView view, Set<GuardianId> before, Set<GuardianId> now) {
    Set<GuardianId> gone = new HashSet<>(before);
    gone.removeAll(now);
    if (gone.isEmpty()) {
      return;
    }
    texts.stopAsking(view, gone, clock.instant());
    String key = gone.stream().map(GuardianId::toString).sorted().collect(Collectors.joining(","));
    changes.raise(
        view,
        ChangeNotice.of(
            view.id(), ChangeKind.CONTACTS_CHANGED, "contacts:" + key + ":" + times.today(view)));
  }

  /** Whoever now comes first may be the one whom the students live with: a person finds out. */
  private void joined(CaseView view, Set<GuardianId> before, Family family) {
    boolean first = true;
    for (Family.Guardian contact : family.contacts()) {
      if (!before.contains(contact.id())) {
        String key = "joined:" + contact.id() + ":" + times.today(view);
        if (first) {
          changes.raise(view, ChangeNotice.of(view.id(), ChangeKind.CONTACT_JOINED, key));
        } else {
          note(view, key, "cases.contactJoined");
        }
      }
      first = false;
    }
  }

  private void note(CaseView view, String key, String kind) {
    Instant now = clock.instant();
    timeline.add(view.id(), key, kind, null, now, Map.of());
  }
}
