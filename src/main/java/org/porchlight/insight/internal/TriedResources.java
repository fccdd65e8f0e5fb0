package org.porchlight.insight.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.NeedRows.Tried;
import org.porchlight.insight.internal.SmallNumbers.Part;
import org.porchlight.insight.internal.SmallNumbers.Shown;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which resources met which needs of families in one school year. Each family counts once for a
 * resource and a need, by what came of it at best; a resource that was chosen for too few is not in
 * it.
 */
@Service
@Transactional(readOnly = true)
public class TriedResources {

  private final NeedRows rows;
  private final SchoolCalendars calendars;

  TriedResources(NeedRows rows, SchoolCalendars calendars) {
    this.rows = rows;
    this.calendars = calendars;
  }

  /** What the family said about whether it helped. */
  public enum Became {
    HELPED,
    PARTLY,
    NOT,
    /** It has not been asked yet, or nobody could say. */
    UNKNOWN
  }

  /**
   * Numbers of families; null where it is not shown.
   *
   * @param chosen for whom a person chose it
   * @param takenOn whom its people said that they help
   */
  public record TriedResource(
      BarrierCode code,
      String name,
      @Nullable String organization,
      int chosen,
      @Nullable Integer takenOn,
      @Nullable Integer helped,
      @Nullable Integer partly,
      @Nullable Integer not,
      @Nullable Integer unknown) {}

  /** By need, those first that were chosen most. */
  public List<TriedResource> of(DistrictId district, int startYear) {
    ZoneId zone = calendars.zone(district);
    LocalDate from = CommonNeeds.firstDay(startYear);
    LocalDate until = CommonNeeds.firstDay(startYear + 1);
    int among =
        rows.served(district, from, until, zone).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    Map<String, List<Tried>> byResource = new TreeMap<>();
    rows.tried(district, from, until, zone).stream()
        .filter(each -> !each.code().restricted())
        .forEach(
            each ->
                byResource
                    .computeIfAbsent(each.code() + " " + each.resource(), key -> newList())
                    .add(each));
    return byResource.values().stream()
        .flatMap(tried -> shown(tried, among).stream())
        .sorted(
            Comparator.comparing(TriedResource::code)
                .thenComparing(Comparator.comparing(TriedResource::chosen).reversed())
                .thenComparing(TriedResource::name))
        .toList();
  }

  private static List<Tried> newList() {
    return new ArrayList<>();
  }

  private static Optional<TriedResource> shown(List<Tried> tried, int among) {
    Optional<Shown<String>> ends =
        SmallNumbers.of(
            Arrays.stream(Became.values())
                .map(became -> part(became.name(), tried, each -> each.became() == became))
                .toList(),
            among);
    Optional<Shown<String>> taken =
        SmallNumbers.of(
            List.of(part("no", tried, each -> !each.takenOn()), part("yes", tried, Tried::takenOn)),
            among);
    // A total that one of them keeps back is kept back by both.
    if (ends.isEmpty() || taken.isEmpty()) {
      return Optional.empty();
    }
    Function<Became, @Nullable Integer> count = became -> count(ends.get(), became.name());
    return Optional.of(
        new TriedResource(
            tried.getFirst().code(),
            tried.getFirst().name(),
            tried.getFirst().organization(),
            tried.size(),
            count(taken.get(), "yes"),
            count.apply(Became.HELPED),
            count.apply(Became.PARTLY),
            count.apply(Became.NOT),
            count.apply(Became.UNKNOWN)));
  }

  private static Part<String> part(String key, List<Tried> tried, Predicate<Tried> which) {
    return new Part<>(key, Math.toIntExact(tried.stream().filter(which).count()), tried.size());
  }

  private static @Nullable Integer count(Shown<String> shown, String key) {
    return shown.shown().stream()
        .filter(part -> part.key().equals(key))
        .map(Part::count)
        .findFirst()
        .orElse(null);
  }
}
