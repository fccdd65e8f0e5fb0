package org.porchlight.insight.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.CommonNeeds.CommonNeed;
import org.porchlight.insight.internal.CommonNeeds.Line;
import org.porchlight.insight.internal.NeedRows.Need;
import org.porchlight.insight.internal.NeedRows.Tried;
import org.porchlight.referrals.ServiceReach;
import org.porchlight.referrals.ServiceReach.Reach;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Needs that many families of a district or of a school told, for which the directory has nothing
 * in their reach, or of which hardly anything that was tried has helped. About families it tells
 * nothing that {@link CommonNeeds} and {@link TriedResources} do not.
 */
@Service
@Transactional(readOnly = true)
public class ServiceDeserts {

  private final CommonNeeds needs;
  private final NeedRows rows;
  private final ServiceReach reach;
  private final SchoolCalendars calendars;

  ServiceDeserts(CommonNeeds needs, NeedRows rows, ServiceReach reach, SchoolCalendars calendars) {
    this.needs = needs;
    this.rows = rows;
    this.reach = reach;
    this.calendars = calendars;
  }

  /** Why it is one. */
  public enum Why {
    NO_RESOURCE,
    OUT_OF_REACH,
    /** Resources were tried for 20 families or more, and fewer than 6 said that one helped. */
    HARDLY_HELPED
  }

  /**
   * @param school its id; null: the whole district
   * @param families who told it
   * @param usable resources that the directory has for it
   */
  public record Desert(
      BarrierCode code,
      @Nullable String school,
      int families,
      int usable,
      int inReach,
      Set<Why> why) {}

  /** The whole district first, then schools; what most families told comes first. */
  public List<Desert> of(DistrictId district, int startYear) {
    ZoneId zone = calendars.zone(district);
    LocalDate from = CommonNeeds.firstDay(startYear);
    LocalDate until = CommonNeeds.firstDay(startYear + 1);
    List<Need> told = rows.told(district, from, until, zone);
    Set<BarrierCode> hardly = hardlyHelped(rows.tried(district, from, until, zone));
    List<Desert> deserts = new ArrayList<>();
    for (CommonNeed need : needs.of(district, startYear)) {
      if (reach.concerns(need.code())) {
        Desert whole = desert(district, need.code(), null, need.families(), told);
        if (hardly.contains(need.code())) {
          whole.why().add(Why.HARDLY_HELPED);
        }
        deserts.add(whole);
        if (whole.usable() > 0) {
          for (Line line : need.schools()) {
            Integer families = line.families();
            if (families != null && families >= SmallNumbers.LEAST && !line.key().isEmpty()) {
              deserts.add(desert(district, need.code(), line.key(), families, told));
            }
          }
        }
      }
    }
    return deserts.stream()
        .filter(each -> !each.why().isEmpty())
        .sorted(
            Comparator.comparing((Desert each) -> each.school() != null)
                .thenComparing(Comparator.comparing(Desert::families).reversed())
                .thenComparing(Desert::code))
        .toList();
  }

  private Desert desert(
      DistrictId district,
      BarrierCode code,
      @Nullable String school,
      int families,
      List<Need> told) {
    List<FamilyId> whose =
        told.stream()
            .filter(each -> each.code() == code)
            .filter(each -> school == null || each.school().equals(school))
            .map(Need::family)
            .toList();
    Reach found = reach.of(district, code, whose);
    Set<Why> why = new TreeSet<>();
    if (found.usable() == 0) {
      why.add(Why.NO_RESOURCE);
    } else if (found.inReach() == 0) {
      why.add(Why.OUT_OF_REACH);
    }
    return new Desert(code, school, families, found.usable(), found.inReach(), why);
  }

  private static Set<BarrierCode> hardlyHelped(List<Tried> all) {
    Map<BarrierCode, Set<UUID>> tried = new HashMap<>();
    Map<BarrierCode, Set<UUID>> helped = new HashMap<>();
    for (Tried each : all) {
      tried.computeIfAbsent(each.code(), code -> new HashSet<>()).add(each.caseId());
      if (each.became() == TriedResources.Became.HELPED) {
        helped.computeIfAbsent(each.code(), code -> new HashSet<>()).add(each.caseId());
      }
    }
    Set<BarrierCode> hardly = new HashSet<>();
    tried.forEach(
        (code, families) -> {
          if (families.size() >= SmallNumbers.LEAST_AMONG
              && helped.getOrDefault(code, Set.of()).size() < SmallNumbers.LEAST) {
            hardly.add(code);
          }
        });
    return hardly;
  }
}
