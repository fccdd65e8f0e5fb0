package org.porchlight.referrals.loop;

import org.porchlight.cases.Barrier;
import org.porchlight.cases.CaseView;

/** A barrier, the case that it belongs to now, and how far the help has come. */
public record TakenOn(Help help, Barrier barrier, CaseView about) {

  /** Nothing more is done: what still runs is about to end. */
  public boolean ended() {
    return help.ended() || !barrier.open();
  }

  public TakenOn with(Help next) {
    return new TakenOn(next, barrier, about);
  }
}
