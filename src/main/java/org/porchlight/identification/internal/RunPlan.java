package org.porchlight.identification.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.internal.ProposalStore.Open;
import org.porchlight.identification.internal.Ranking.Ranked;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/**
 * What a run will do, decided before anything is written.
 *
 * @param refresh open proposals that get newer figures
 * @param lapse open proposals to withdraw
 * @param waiting not proposed because the week is full
 * @param paused left as they are because their school's figures are old
 */
record RunPlan(
    List<Ranked> propose,
    Map<UUID, Ranked> refresh,
    Map<UUID, FamilyId> lapse,
    int served,
    int onHold,
    int waiting,
    int paused) {

  /**
   * A run as of an earlier day than an open proposal's leaves that proposal as it is.
   *
   * @param candidates the greatest need first
   */
  static RunPlan of(List<Ranked> candidates, LocalDate asOf, Situation now) {
    List<Ranked> propose = new ArrayList<>();
    Map<UUID, Ranked> refresh = new HashMap<>();
    Map<UUID, FamilyId> lapse = new HashMap<>();
    now.open()
        .forEach(
            (family, proposal) -> {
              if (!proposal.asOf().isAfter(asOf) && !now.isStale(proposal.school())) {
                lapse.put(proposal.id(), family);
              }
            });
    int served = 0;
    int onHold = 0;
    int paused = 0;
    List<Ranked> fresh = new ArrayList<>();
    for (Ranked ranked : candidates) {
      FamilyId family = ranked.candidate().family();
      Open proposal = now.open().get(family);
      if (now.served().contains(family)) {
        served++;
      } else if (now.isStale(ranked.candidate().worst().school())) {
        paused++;
        if (proposal != null) {
          lapse.remove(proposal.id());
        }
      } else if (proposal != null) {
        if (lapse.remove(proposal.id()) != null) {
          refresh.put(proposal.id(), ranked);
        }
      } else if (now.onHold().contains(family)) {
        onHold++;
      } else {
        fresh.add(ranked);
      }
    }
    int places =
        Math.max(0, now.capacity() - now.acceptedThisWeek() - now.open().size() + lapse.size());
    propose.addAll(fresh.subList(0, Math.min(places, fresh.size())));
    return new RunPlan(
        propose, refresh, lapse, served, onHold, fresh.size() - propose.size(), paused);
  }

  /**
   * What a run finds.
   *
   * @param served families that need no proposal now
   * @param onHold families whom a person postponed or refused
   * @param stale schools whose figures are too old
   * @param capacity families that a week can take on
   */
  record Situation(
      Map<FamilyId, Open> open,
      Set<FamilyId> served,
      Set<FamilyId> onHold,
      Set<SchoolId> stale,
      int capacity,
      int acceptedThisWeek) {

    boolean isStale(@Nullable SchoolId school) {
      return school != null && stale.contains(school);
    }
  }
}
