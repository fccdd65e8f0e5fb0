package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.cases.MeetingWishes.Times;
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

  /**
   * Everybody who may be asked to visit this family on this day or later: with room, there, and
   * neither of the family nor unwanted by it. Who declined before is asked as if they had not.
   *
   * @param wished times that the family prefers
   */
  List<VisitorCandidate> candidates(
      Family family, @Nullable String language, LocalDate day, Set<Times> wished) {
    Map<UserId, Actor> accounts = new HashMap<>();
    users.ofDistrict(family.district()).forEach(account -> accounts.put(account.id(), account));
    Set<UserId> notWanted = visitors.notWantedBy(family.id());
    return visitors.ofDistrict(family.district()).stream()
        .filter(visitor -> accounts.containsKey(visitor.user()))
        .map(visitor -> new Member(visitor, Objects.requireNonNull(accounts.get(visitor.user()))))
        .filter(member -> PairRules.eligible(member, day))
        .filter(member -> !member.visitor().availability().awayOn(day))
        .filter(member -> !notWanted.contains(member.visitor().user()))
        .filter(member -> !Kinship.of(member.visitor(), family))
        .map(member -> candidate(member, family, language, wished))
        .filter(candidate -> candidate.families() < candidate.visitor().caseloadLimit())
        .toList();
  }

  private VisitorCandidate candidate(
      Member member, Family family, @Nullable String language, Set<Times> wished) {
    Visitor visitor = member.visitor();
    Set<SchoolId> schools =
        family.students().stream()
            .map(Family.Student::school)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new VisitorCandidate(
        visitor,
        language == null ? null : visitor.speaks(language),
        visitors.otherFamilies(visitor.user(), family.id()),
        !Collections.disjoint(member.account().schools(), schools),
        visitors.completedVisits(visitor.user(), family.id()),
        goesThere(visitor.availability(), schools, family),
        Kinship.namesake(member.account().displayName(), family),
        wished);
  }

  /** By school or by town, as the address of a contact names it; null: they go anywhere. */
  private static @Nullable Boolean goesThere(
      Availability said, Set<SchoolId> schools, Family family) {
    if (said.schools().isEmpty() && said.towns().isEmpty()) {
      return null;
    }
    return !Collections.disjoint(said.schools(), schools)
        || family.contacts().stream()
            .map(Family.Guardian::address)
            .filter(Objects::nonNull)
            .anyMatch(address -> said.towns().stream().anyMatch(town -> names(address, town)));
  }

  private static boolean names(String address, String town) {
    return Pattern.compile("(?U)\\b" + Pattern.quote(town) + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(address)
        .find();
  }
}
