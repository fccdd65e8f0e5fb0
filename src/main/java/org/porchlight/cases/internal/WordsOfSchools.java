package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ReadableWords;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By the schools at which the family's students are, and those to which they come. */
@Component
class WordsOfSchools implements ReadableWords {

  private final CaseStore cases;
  private final ChangeNotices notices;
  private final Families families;

  WordsOfSchools(CaseStore cases, ChangeNotices notices, Families families) {
    this.cases = cases;
    this.notices = notices;
    this.families = families;
  }

  @Override
  @Transactional(readOnly = true)
  public Instant from(CaseView view, Actor reader) {
    if (reader.districtWide() || reader.has(Role.ADMINISTRATOR) || reader.has(Role.VISITOR)) {
      return Instant.MIN;
    }
    Set<SchoolId> own = new HashSet<>(reader.schools());
    own.retainAll(present(view));
    if (own.isEmpty()) {
      boolean passedOn =
          reader.schools().stream().anyMatch(school -> notices.agreed(view.id(), school));
      return passedOn ? Instant.MIN : Instant.MAX;
    }
    return Objects.requireNonNullElse(cases.read(view.id()).wordsFrom(), Instant.MIN);
  }

  private Set<SchoolId> present(CaseView view) {
    return families.find(view.family()).map(Family::students).orElse(List.of()).stream()
        .map(Family.Student::school)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
