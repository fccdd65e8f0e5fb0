package org.porchlight.visits.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.porchlight.access.Assignments;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which families a visitor may open: those they were asked to visit, until they decline, and those
 * they visit. Address and history only after both have accepted and the family has said yes.
 */
@Component
@Transactional(readOnly = true)
class PairAssignments implements Assignments {

  private static final Set<PairState> VISITING = EnumSet.of(PairState.ASKED, PairState.ACCEPTED);

  private final Pairs pairs;

  /** Asked late: cases open family files themselves, through the gate that asks us. */
  private final ObjectProvider<Cases> cases;

  PairAssignments(Pairs pairs, ObjectProvider<Cases> cases) {
    this.pairs = pairs;
    this.cases = cases;
  }

  @Override
  public boolean assigned(UserId visitor, FamilyId family) {
    return pair(visitor, family).isPresent();
  }

  @Override
  public boolean homeRevealed(UserId visitor, FamilyId family) {
    return pair(visitor, family)
        .filter(pair -> pair.state() == PairState.ACCEPTED)
        .flatMap(this::liveCase)
        .filter(CaseView::familyAgreed)
        .isPresent();
  }

  private Optional<Pair> pair(UserId visitor, FamilyId family) {
    return pairs.findByFamilyAndStateIn(family.value(), VISITING).stream()
        .filter(pair -> pair.includes(visitor))
        .filter(pair -> !Boolean.FALSE.equals(pair.answerOf(visitor)))
        .filter(pair -> liveCase(pair).isPresent())
        .findFirst();
  }

  private Optional<CaseView> liveCase(Pair pair) {
    return cases
        .getObject()
        .openCaseOf(pair.family())
        .filter(open -> open.id().equals(pair.caseId()) && open.live());
  }
}
