package org.porchlight.visits.internal;

import java.util.EnumSet;
import java.util.List;
import org.porchlight.cases.VisitingPair;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Introduces the two who have accepted: first name and role, nothing else. */
@Component
@Transactional(readOnly = true)
class AcceptedPair implements VisitingPair {

  private final Pairs pairs;
  private final VisitorStore visitors;

  AcceptedPair(Pairs pairs, VisitorStore visitors) {
    this.pairs = pairs;
    this.visitors = visitors;
  }

  @Override
  public List<Introduction> of(CaseId id) {
    return pairs
        .findByCaseIdAndStateIn(id.value(), EnumSet.of(PairState.ACCEPTED))
        .map(
            pair ->
                pair.visitors().stream()
                    .map(user -> visitors.find(user).orElseThrow())
                    .map(visitor -> new Introduction(visitor.firstName(), visitor.role().name()))
                    .toList())
        .orElse(List.of());
  }
}
