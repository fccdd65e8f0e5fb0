package org.porchlight.referrals.loop;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Cases;
import org.springframework.stereotype.Component;

/** Reads the barriers that have a process. */
@Component
public class TakenOnBarriers {

  private final Helps helps;
  private final Barriers barriers;
  private final Cases cases;

  TakenOnBarriers(Helps helps, Barriers barriers, Cases cases) {
    this.helps = helps;
    this.barriers = barriers;
    this.cases = cases;
  }

  /** To the end of the transaction it neither moves nor ends. */
  void hold(UUID id) {
    helps.hold(id);
  }

  /** Throws {@link NoSuchElementException} where nobody has taken such a barrier on. */
  public TakenOn get(UUID id) {
    Help help = helps.find(id).orElseThrow(() -> new NoSuchElementException("No help for " + id));
    Barrier barrier = barriers.find(id).orElseThrow();
    return new TakenOn(help, barrier, cases.get(barrier.caseId()));
  }
}
