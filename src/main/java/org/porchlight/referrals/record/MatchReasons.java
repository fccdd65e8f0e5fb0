package org.porchlight.referrals.record;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.record.Match.Why;

/** What speaks for a resource and against it, for one family; each reason weighs what it says. */
record MatchReasons(
    List<Need> needs,
    @Nullable MatchPlace place,
    List<String> languages,
    Map<UUID, NeedsMetBefore.Record> before,
    LocalDate today) {

  private static final double NEAR = 2;
  private static final double SOME_WAY = 10;
  private static final double FAR = 30;

  /** Of one resource. */
  record Judged(Match match, double score) {}

  private static final class Tally {
    private final List<Match.Reason> reasons = new ArrayList<>();
    private double score;

    void add(double weight, Why why, Object... values) {
      score += weight;
      reasons.add(
          new Match.Reason(why, Stream.of(values).map(Object::toString).toList(), weight >= 0));
    }
  }

  Judged judge(Resource resource) {
    Tally tally = new Tally();
    need(resource, tally);
    distance(resource, tally);
    language(resource, tally);
    places(resource, tally);
    hours(resource, tally);
    before(resource, tally);
    checked(resource, tally);
    return new Judged(new Match(resource, List.copyOf(tally.reasons)), tally.score);
  }

  private void need(Resource resource, Tally tally) {
    for (int i = 0; i < needs.size(); i++) {
      if (resource.needs().contains(needs.get(i))) {
        tally.add(6 - i, Why.NEED, needs.get(i));
        return;
      }
    }
    needs.stream()
        .filter(resource.guessedNeeds()::contains)
        .findFirst()
        .ifPresent(need -> tally.add(2, Why.NEED_GUESSED, need));
  }

  private void distance(Resource resource, Tally tally) {
    if (place == null) {
      return;
    }
    Optional<Double> miles = place.miles(resource);
    if (miles.isPresent()) {
      double far = miles.get();
      double weight = far <= NEAR ? 3 : far <= SOME_WAY ? 2 : far <= FAR ? 0.5 : -3;
      if (far < 1) {
        tally.add(weight, Why.NEAR, place.town().name());
      } else {
        tally.add(weight, weight < 0 ? Why.FAR : Why.MILES, Math.round(far), place.town().name());
      }
    } else if (place.sameTown(resource)) {
      tally.add(2, Why.TOWN, place.town().name());
    }
  }

  private void language(Resource resource, Tally tally) {
    for (String language : languages) {
      String own = Locale.forLanguageTag(language).getLanguage();
      if (own.equals("en")) {
        return;
      }
      if (resource.languages().stream()
          .anyMatch(tag -> Locale.forLanguageTag(tag).getLanguage().equals(own))) {
        tally.add(3, Why.LANGUAGE, Locale.of(own).getDisplayName(Locale.ENGLISH));
        return;
      }
    }
    if (!languages.isEmpty() && resource.interpretation() != null) {
      tally.add(1.5, Why.INTERPRETER);
    } else if (!languages.isEmpty()) {
      tally.add(
          -0.5,
          Why.LANGUAGE_UNKNOWN,
          Locale.forLanguageTag(languages.getFirst()).getDisplayLanguage(Locale.ENGLISH));
    }
  }

  private static void places(Resource resource, Tally tally) {
    if (resource.available() != null && resource.available().signum() > 0) {
      tally.add(1, Why.PLACES, resource.available().stripTrailingZeros().toPlainString());
    } else if (resource.available() != null) {
      tally.add(-4, Why.FULL);
    }
  }

  private static void hours(Resource resource, Tally tally) {
    boolean weekend =
        resource.hours().stream()
            .map(Resource.Hours::days)
            .filter(Objects::nonNull)
            .anyMatch(days -> days.contains("SA") || days.contains("SU"));
    boolean evening =
        resource.hours().stream()
            .map(Resource.Hours::closes)
            .filter(Objects::nonNull)
            .anyMatch(closes -> closes.compareTo("17:30") > 0);
    if (evening) {
      tally.add(1, Why.EVENING);
    }
    if (weekend) {
      tally.add(1, Why.WEEKEND);
    }
  }

  private void before(Resource resource, Tally tally) {
    NeedsMetBefore.Record known = before.get(resource.id());
    if (known != null) {
      double share = (known.met() + 1.0) / (known.told() + 2.0);
      tally.add(
          (share - 0.5) * 2 * Math.min(4, known.told() + 1), Why.BEFORE, known.met(), known.told());
    }
  }

  private void checked(Resource resource, Tally tally) {
    LocalDate last =
        Stream.of(
                resource.assuredOn(),
                resource.verifiedAt() == null
                    ? null
                    : resource.verifiedAt().atZone(ZoneOffset.UTC).toLocalDate())
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    if (last == null || last.isBefore(today.minusYears(1))) {
      tally.add(-1, Why.UNCHECKED);
    }
  }
}
