package org.porchlight.referrals.record;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.ResourceDirectory.Search;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.springframework.stereotype.Component;

/** Ranks the resources of a district for one barrier of one family, with reasons. */
@Component
class Matching {

  /** More than anybody reads; enough that the best are among them. */
  private static final int LOOKED_AT = 200;

  private static final int SHOWN = 20;

  private final ResourceDirectory directory;
  private final Cases cases;
  private final Families families;
  private final NeedsMetBefore before;
  private final Clock clock;

  Matching(
      ResourceDirectory directory,
      Cases cases,
      Families families,
      NeedsMetBefore before,
      Clock clock) {
    this.directory = directory;
    this.cases = cases;
    this.families = families;
    this.before = before;
    this.clock = clock;
  }

  List<Match> rank(Barrier barrier) {
    List<Need> needs = NeedsOfBarriers.of(barrier.code());
    CaseView view = cases.get(barrier.caseId());
    Map<UUID, Resource> candidates = new LinkedHashMap<>();
    for (Need need : needs) {
      directory
          .search(view.district(), Search.of(need), LOOKED_AT)
          .forEach(each -> candidates.putIfAbsent(each.id(), each));
    }
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Resource> found = List.copyOf(candidates.values());
    MatchReasons reasons =
        new MatchReasons(
            needs,
            families.find(view.family()).flatMap(this::place).orElse(null),
            families.find(view.family()).map(Matching::languages).orElse(List.of()),
            before.of(candidates.keySet()),
            clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate());
    return found.stream()
        .map(reasons::judge)
        .sorted(
            Comparator.comparingDouble(MatchReasons.Judged::score)
                .reversed()
                .thenComparing(judged -> judged.match().resource().name()))
        .limit(SHOWN)
        .map(MatchReasons.Judged::match)
        .toList();
  }

  private Optional<MatchPlace> place(Family family) {
    return family.contacts().stream()
        .map(guardian -> Town.in(guardian.address()).orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            town ->
                new MatchPlace(
                    town,
                    directory.middleOf(family.district(), town.name(), town.zip()).orElse(null)));
  }

  private static List<String> languages(Family family) {
    return family.contacts().stream()
        .map(
            guardian ->
                guardian.spokenLanguage() == null
                    ? guardian.writtenLanguage()
                    : guardian.spokenLanguage())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
