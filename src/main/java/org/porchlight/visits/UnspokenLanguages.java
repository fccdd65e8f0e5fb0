package org.porchlight.visits;

import java.util.List;
import org.porchlight.access.Actor;

/** The gaps between the languages of families and those of the people who visit. */
public interface UnspokenLanguages {

  /**
   * Languages of the homes and of the contacts of families with an open case or an open proposal,
   * in this person's scope, that nobody who visits now speaks fluently; most families first. An
   * interpreter can help meanwhile.
   */
  List<Gap> of(Actor actor);

  /** As of the last ten minutes, for pages that are opened all the time. */
  List<Gap> lately(Actor actor);

  /**
   * @param language BCP 47, without region
   */
  record Gap(String language, int families) {}
}
