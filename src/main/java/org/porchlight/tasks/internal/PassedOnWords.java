package org.porchlight.tasks.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseHistory.Entry;
import org.porchlight.cases.CaseView;
import org.porchlight.roster.Family;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/**
 * What people wrote stays with the school that wrote it until the family agrees that it is passed
 * on to the next one. That something happened, and when, everybody in scope may know.
 */
@Component
public class PassedOnWords {

  private final CaseHistory history;
  private final CurrentActor current;

  PassedOnWords(CaseHistory history, CurrentActor current) {
    this.history = history;
    this.current = current;
  }

  /** Oldest first; of what may not be read yet, only that it happened. */
  public List<Entry> timeline(CaseView view, Family family) {
    Instant from = readableFrom(view, family);
    return history.timeline(view.id()).stream()
        .map(
            entry ->
                entry.at().isBefore(from)
                    ? new Entry(entry.at(), entry.kind(), entry.by(), Map.of())
                    : entry)
        .toList();
  }

  private Instant readableFrom(CaseView view, Family family) {
    Actor reader = current.get();
    if (reader.districtWide() || reader.has(Role.ADMINISTRATOR) || reader.has(Role.VISITOR)) {
      return Instant.MIN;
    }
    Set<SchoolId> present =
        family.students().stream()
            .map(Family.Student::school)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<SchoolId> own = new HashSet<>(reader.schools());
    own.retainAll(present);
    if (own.isEmpty()) {
      boolean passedOn =
          reader.schools().stream().anyMatch(school -> history.passedOn(view.id(), school));
      return passedOn ? Instant.MIN : Instant.MAX;
    }
    return history.wordsFrom(view.id()).orElse(Instant.MIN);
  }
}
