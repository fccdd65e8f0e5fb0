package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.StudentProfiles;
import org.porchlight.roster.StudentProfiles.Profile;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.UnspokenLanguages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class LanguagesOfFamilies implements UnspokenLanguages {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<UserId, Seen> lately = new ConcurrentHashMap<>();
  private final CaseHistory cases;
  private final Proposals proposals;
  private final StudentProfiles profiles;
  private final Families families;
  private final VisitorStore visitors;
  private final Districts districts;
  private final SchoolCalendars calendars;
  private final Clock clock;

  LanguagesOfFamilies(
      CaseHistory cases,
      Proposals proposals,
      StudentProfiles profiles,
      Families families,
      VisitorStore visitors,
      Districts districts,
      SchoolCalendars calendars,
      Clock clock) {
    this.cases = cases;
    this.proposals = proposals;
    this.profiles = profiles;
    this.families = families;
    this.visitors = visitors;
    this.districts = districts;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public List<Gap> of(Actor actor) {
    if (!actor.has(Role.COORDINATOR) && !actor.has(Role.ADMINISTRATOR)) {
      return List.of();
    }
    Set<FamilyId> proposed =
        proposals.ranked(actor).stream().map(ProposedFamily::family).collect(Collectors.toSet());
    Map<String, Integer> gaps = new TreeMap<>();
    scope(actor)
        .forEach(
            district -> {
              Set<FamilyId> served = served(district);
              served.addAll(proposed);
              count(actor, district, served, gaps);
            });
    return gaps.entrySet().stream()
        .map(gap -> new Gap(gap.getKey(), gap.getValue()))
        .sorted(Comparator.comparingInt(Gap::families).reversed())
        .toList();
  }

  @Override
  public List<Gap> lately(Actor actor) {
    Instant now = clock.instant();
    Seen seen = lately.get(actor.id());
    if (seen == null || seen.at().plus(KEPT).isBefore(now)) {
      lately.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
      seen = new Seen(now, of(actor));
      lately.put(actor.id(), seen);
    }
    return seen.gaps();
  }

  private record Seen(Instant at, List<Gap> gaps) {}

  private Stream<DistrictId> scope(Actor actor) {
    DistrictId own = actor.district();
    return own != null ? Stream.of(own) : districts.all().stream().map(Districts.District::id);
  }

  private Set<FamilyId> served(DistrictId district) {
    return cases.ofDistrict(district).stream()
        .filter(CaseView::live)
        .map(CaseView::family)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A family counts once for each language that it speaks, where a student is in scope. */
  private void count(
      Actor actor, DistrictId district, Set<FamilyId> about, Map<String, Integer> gaps) {
    List<Visitor> active = visitors.ofDistrict(district);
    spoken(
            profiles
                .ofDistrict(
                    district, clock.instant().atZone(calendars.zone(district)).toLocalDate())
                .stream()
                .filter(profile -> about.contains(profile.family()) && inScope(actor, profile))
                .toList())
        .forEach(
            (language, spoken) -> {
              if (active.stream().noneMatch(visitor -> visitor.fluentIn(language))) {
                gaps.merge(language, spoken.size(), Integer::sum);
              }
            });
  }

  /** At the students' home, and by each of their contacts. */
  private Map<String, Set<FamilyId>> spoken(List<Profile> students) {
    Map<String, Set<FamilyId>> spoken = new TreeMap<>();
    for (Profile student : students) {
      String home = student.homeLanguage();
      if (home != null) {
        add(spoken, home, student.family());
      }
    }
    families
        .spokenLanguages(students.stream().map(Profile::family).collect(Collectors.toSet()))
        .forEach((family, tags) -> tags.forEach(tag -> add(spoken, tag, family)));
    return spoken;
  }

  private static void add(Map<String, Set<FamilyId>> spoken, String tag, FamilyId family) {
    spoken.computeIfAbsent(Visitor.primary(tag), language -> new HashSet<>()).add(family);
  }

  private static boolean inScope(Actor actor, Profile profile) {
    return actor.districtWide()
        || actor.has(Role.ADMINISTRATOR)
        || !Collections.disjoint(
            actor.schools(), profile.school() == null ? Set.of() : Set.of(profile.school()));
  }
}
