package org.porchlight.referrals.record;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.MapPoint;
import org.porchlight.referrals.Resource;

/** Where a family lives, as far as anybody needs to know. */
record MatchPlace(Town town, @Nullable MapPoint middle) {

  Optional<Double> miles(Resource resource) {
    return Optional.ofNullable(middle).flatMap(resource::milesFrom);
  }

  /** Whether the resource is in the family's town, or says that it serves it. */
  boolean sameTown(Resource resource) {
    return resource.places().stream()
            .anyMatch(place -> holds(place.area()) || holds(place.address()))
        || resource.areas().stream().anyMatch(this::holds);
  }

  private boolean holds(@Nullable String text) {
    return text != null
        && text.toLowerCase(Locale.ROOT).contains(town.name().toLowerCase(Locale.ROOT));
  }
}
