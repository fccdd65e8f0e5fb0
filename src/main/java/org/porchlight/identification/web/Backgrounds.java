package org.porchlight.identification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.EarlierSupport;
import org.porchlight.identification.EarlierSupport.Earlier;
import org.porchlight.identification.OtherSupports;
import org.porchlight.identification.OtherSupports.Support;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody should know of a family before offering it visits. */
@Component
class Backgrounds {

  private final ObjectProvider<EarlierSupport> earlier;
  private final OtherSupports supports;
  private final SchoolCalendars calendars;
  private final Clock clock;

  Backgrounds(
      ObjectProvider<EarlierSupport> earlier,
      OtherSupports supports,
      SchoolCalendars calendars,
      Clock clock) {
    this.earlier = earlier;
    this.supports = supports;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** For each of these families. */
  Map<FamilyId, Background> of(DistrictId district, Collection<FamilyId> families) {
    ZoneId zone = calendars.zone(district);
    Map<FamilyId, Earlier> ended = new HashMap<>();
    earlier.stream().forEach(source -> ended.putAll(source.of(families)));
    Map<FamilyId, List<Support>> inPlace =
        supports.inPlace(families, clock.instant().atZone(zone).toLocalDate());
    return families.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                family -> family,
                family ->
                    background(ended.get(family), inPlace.getOrDefault(family, List.of()), zone)));
  }

  private static Background background(
      @Nullable Earlier earlier, List<Support> supports, ZoneId zone) {
    LocalDate ended = earlier == null ? null : earlier.endedAt().atZone(zone).toLocalDate();
    return new Background(earlier, ended, supports);
  }

  /**
   * @param ended the day on which the earlier case ended
   * @param supports in place now
   */
  public record Background(
      @Nullable Earlier earlier, @Nullable LocalDate ended, List<Support> supports) {}
}
