package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.springframework.stereotype.Component;

/** The visitors of a district, as the rules and the ranking want to know them. */
@Component
class Crew {

  private final VisitorStore visitors;
  private final Users users;

  Crew(VisitorStore visitors, Users users) {
    this.visitors = visitors;
    this.users = users;
  }

  /** A visitor of this district with the account as it is now. */
  Optional<Member> member(UserId id, DistrictId district) {
    Visitor visitor = visitors.find(id).orElse(null);
    Actor account = users.find(id).orElse(null);
    return visitor == null || account == null || !visitor.district().equals(district)
        ? Optional.empty()
        : Optional.of(new Member(visitor, account));
  }

  /** Everybody who may be asked to visit this family on this day or later. */
  List<VisitorCandidate> candidates(Family family, @Nullable String language, LocalDate day) {
    Map<UserId, Actor> accounts = new HashMap<>();
    users.ofDistrict(family.district()).forEach(account -> accounts.put(account.id(), account));
    Set<SchoolId> schools =
        family.students().stream()
            .map(Family.Student::school)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    return visitors.ofDistrict(family.district()).stream()
        .filter(visitor -> accounts.containsKey(visitor.user()))
        .map(
            visitor ->
                new Member(visitor, java.util.Objects.requireNonNull(accounts.get(visitor.user()))))
        .filter(member -> PairRules.eligible(member, day))
        .map(
            member ->
                new VisitorCandidate(
                    member.visitor(),
                    language == null ? null : member.visitor().speaks(language),
                    visitors.caseload(member.visitor().user()),
                    !Collections.disjoint(member.account().schools(), schools),
                    visitors.completedVisits(member.visitor().user(), family.id())))
        .toList();
  }
}
