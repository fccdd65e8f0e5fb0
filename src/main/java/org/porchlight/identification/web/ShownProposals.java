package org.porchlight.identification.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.shared.SchoolId;

/**
 * One page of the ranked proposals.
 *
 * @param ranked with the rank among all that the reader sees, whatever is filtered
 * @param page from 1
 * @param found how many the filter leaves
 * @param schools that have proposals, whatever is filtered
 */
record ShownProposals(List<Ranked> ranked, int page, int pages, int found, Set<SchoolId> schools) {

  static final int PER_PAGE = 25;

  /** A proposal and its rank. */
  record Ranked(int rank, ProposedFamily proposal) {}

  /** A page beyond the last is the last. */
  static ShownProposals of(List<ProposedFamily> all, ListPlace place) {
    Set<SchoolId> schools = new LinkedHashSet<>();
    List<Ranked> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ProposedFamily proposal = all.get(i);
      schools.addAll(schools(proposal));
      if (at(proposal, place.school())) {
        kept.add(new Ranked(i + 1, proposal));
      }
    }
    int pages = Math.max(1, (kept.size() + PER_PAGE - 1) / PER_PAGE);
    int page = Math.min(place.number(), pages);
    return new ShownProposals(
        List.copyOf(kept.subList((page - 1) * PER_PAGE, Math.min(kept.size(), page * PER_PAGE))),
        page,
        pages,
        kept.size(),
        schools);
  }

  private static boolean at(ProposedFamily proposal, @Nullable UUID school) {
    return school == null || schools(proposal).contains(new SchoolId(school));
  }

  private static Set<SchoolId> schools(ProposedFamily proposal) {
    Set<SchoolId> schools = new LinkedHashSet<>();
    if (proposal.school() != null) {
      schools.add(proposal.school());
    }
    proposal.students().forEach(student -> schools.add(student.school()));
    return schools;
  }
}
