package org.porchlight.identification.internal;

import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * One named rule of who is visited first. Looks at attendance and school only: never at country of
 * birth, status or what a family declined.
 */
interface RankingPolicy {

  /** What this rule adds for this family, or nothing where it does not apply. */
  Optional<Reason> reason(Candidate candidate);
}
