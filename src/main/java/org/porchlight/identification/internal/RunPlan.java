package org.porchlight.identification.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.identification.internal.ProposalStore.Open;
import org.porchlight.identification.internal.Ranking.Ranked;
import org.porchlight.shared.FamilyId;

/**
 * What a run will do, decided before anything is written.
 *
 * @param refresh open proposals that get newer figures
 * @param lapse open proposals to withdraw
 */
record RunPlan(
    List<Ranked> propose,
    Map<UUID, Ranked> refresh,
    Map<UUID, FamilyId> lapse,
    int served,
    int onHold) {

  /** A run as of an earlier day than an open proposal's leaves that proposal as it is. */
  static RunPlan of(
      List<Ranked> candidates,
      LocalDate asOf,
      Map<FamilyId, Open> open,
      Set<FamilyId> served,
      Set<FamilyId> onHold) {
    List<Ranked> propose = new ArrayList<>();
    Map<UUID, Ranked> refresh = new HashMap<>();
    Map<UUID, FamilyId> lapse = new HashMap<>();
    open.forEach(
        (family, proposal) -> {
          if (!proposal.asOf().isAfter(asOf)) {
            lapse.put(proposal.id(), family);
          }
        });
    int skippedServed = 0;
    int skippedOnHold = 0;
    for (Ranked ranked : candidates) {
      FamilyId family = ranked.candidate().family();
      Open proposal = open.get(family);
      if (served.contains(family)) {
        skippedServed++;
      } else if (proposal != null) {
        if (lapse.remove(proposal.id()) != null) {
          refresh.put(proposal.id(), ranked);
        }
      } else if (onHold.contains(family)) {
        skippedOnHold++;
      } else {
        propose.add(ranked);
      }
    }
    return new RunPlan(propose, refresh, lapse, skippedServed, skippedOnHold);
  }
}
