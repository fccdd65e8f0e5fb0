package org.porchlight.referrals.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.ResourceDirectory.Search;
import org.porchlight.referrals.ServiceReach;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Component;

/** Of a family no more is read than the town at the end of its address. */
@Component
class ReachOfFamilies implements ServiceReach {

  private static final int LOOKED_AT = 500;
  private static final double FAR = 30;

  private final ResourceDirectory directory;
  private final Families families;

  ReachOfFamilies(ResourceDirectory directory, Families families) {
    this.directory = directory;
    this.families = families;
  }

  @Override
  public boolean concerns(BarrierCode code) {
    return !NeedsOfBarriers.of(code).isEmpty();
  }

  @Override
  public Reach of(DistrictId district, BarrierCode code, Collection<FamilyId> whose) {
    Map<UUID, Resource> usable = new LinkedHashMap<>();
    for (Need need : NeedsOfBarriers.of(code)) {
      directory.search(district, Search.of(need), LOOKED_AT).stream()
          .filter(ReachOfFamilies::usable)
          .forEach(each -> usable.put(each.id(), each));
    }
    Optional<MatchPlace> home = home(district, whose);
    long inReach =
        usable.values().stream()
            .filter(each -> home.map(place -> inReach(each, place)).orElse(true))
            .count();
    return new Reach(usable.size(), Math.toIntExact(inReach));
  }

  private static boolean usable(Resource resource) {
    return resource.open()
        && (!resource.phones().isEmpty()
            || resource.email() != null
            || resource.url() != null
            || resource.places().stream().anyMatch(place -> place.address() != null));
  }

  private static boolean inReach(Resource resource, MatchPlace home) {
    boolean anywhere = resource.places().isEmpty() && resource.areas().isEmpty();
    return anywhere
        || home.sameTown(resource)
        || home.miles(resource).filter(miles -> miles <= FAR).isPresent();
  }

  private Optional<MatchPlace> home(DistrictId district, Collection<FamilyId> whose) {
    return whose.stream()
        .flatMap(id -> families.find(id).stream())
        .flatMap(family -> town(family).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Comparator.comparing(Map.Entry<Town, Long>::getValue)
                .thenComparing(each -> each.getKey().name()))
        .map(Map.Entry::getKey)
        .map(
            town ->
                new MatchPlace(
                    town, directory.middleOf(district, town.name(), town.zip()).orElse(null)));
  }

  private static Optional<Town> town(Family family) {
    return family.contacts().stream()
        .flatMap(guardian -> Town.in(guardian.address()).stream())
        .findFirst();
  }
}
