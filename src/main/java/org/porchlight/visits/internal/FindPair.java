package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.PairRules.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether there are two who can be asked: the newly chosen, or those who visited before, for a
 * family should see the same faces again.
 */
@Service
public class FindPair {

  private final Pairs pairs;
  private final Crew crew;
  private final Families families;
  private final SchoolCalendars calendars;
  private final Clock clock;

  FindPair(Pairs pairs, Crew crew, Families families, SchoolCalendars calendars, Clock clock) {
    this.pairs = pairs;
    this.crew = crew;
    this.families = families;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** False where nobody is chosen, or one of the two cannot visit any more. */
  @Transactional
  public boolean find(CaseId caseId) {
    Optional<Pair> current =
        pairs.findByCaseIdAndStateIn(caseId.value(), PairState.CURRENT).filter(pair -> !able(pair));
    current.ifPresent(
        pair -> {
          pair.replace();
          pairs.saveAndFlush(pair);
        });
    return pairs.findByCaseIdAndStateIn(caseId.value(), PairState.CURRENT).isPresent();
  }

  private boolean able(Pair pair) {
    LocalDate today = clock.instant().atZone(calendars.zone(pair.district())).toLocalDate();
    Member first = crew.member(pair.first(), pair.district()).orElse(null);
    Member second = crew.member(pair.second(), pair.district()).orElse(null);
    String language = families.find(pair.family()).map(FamilyLanguage::of).orElse(null);
    return first != null
        && second != null
        && PairRules.problems(first, second, today, language, pair.interpreterLanguage()).isEmpty();
  }
}
