package org.porchlight.identification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.shared.FamilyId;

/**
 * The families proposed, and what people decide about them. A decision is a coordinator's, about a
 * family of their own schools; nobody with a truancy, court or police duty opens a case (I11).
 *
 * <p>All of these throw {@link org.springframework.security.access.AccessDeniedException} outside
 * the actor's scope, {@link java.util.NoSuchElementException} for an unknown proposal and {@link
 * DecisionRefused} where the rules say no; then nothing has changed.
 */
public interface Proposals {

  /**
   * The open proposals in the actor's scope, the greatest need first. Confidential needs count for
   * the order; only a coordinator of the whole district reads which they are, others read that
   * there are further needs.
   */
  List<ProposedFamily> ranked(Actor actor);

  /** Offers visits to the family: opens its case. A second call by anybody is refused. */
  void accept(UUID proposal, Actor by);

  /**
   * Not now: a run proposes the family again from {@code until} on, if its figures still say so.
   */
  void postpone(UUID proposal, Actor by, LocalDate until);

  /** Not this school year. {@code note} is needed for {@link RefusalReason#OTHER}. */
  void refuse(UUID proposal, Actor by, RefusalReason reason, @Nullable String note);

  /**
   * Offers visits to a family that somebody who knows it names; there is no second approval.
   *
   * @param note needed for {@link NominationReason#OTHER}; seen by the team only
   * @return the proposal it made, or took over where the family was proposed already
   */
  UUID nominate(FamilyId family, Actor by, NominationReason reason, @Nullable String note);
}
