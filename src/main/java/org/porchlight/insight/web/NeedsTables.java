package org.porchlight.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.ServiceDeserts;
import org.porchlight.insight.internal.ServiceDeserts.Desert;
import org.porchlight.insight.internal.ServiceDeserts.Why;
import org.porchlight.insight.internal.TriedResources;
import org.porchlight.insight.internal.TriedResources.TriedResource;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What came of resources, and where there are none, in words. */
@Component
class NeedsTables {

  private final TriedResources resources;
  private final ServiceDeserts deserts;
  private final Schools schools;
  private final MessageSource words;

  NeedsTables(
      TriedResources resources, ServiceDeserts deserts, Schools schools, MessageSource words) {
    this.resources = resources;
    this.deserts = deserts;
    this.schools = schools;
    this.words = words;
  }

  /**
   * @param organization where it is not the resource's own name
   */
  public record Tried(
      String need, String name, @Nullable String organization, TriedResource numbers) {}

  /**
   * @param place the school, or the whole district
   */
  public record Gap(
      BarrierCode code, String need, String place, Desert numbers, List<String> why) {}

  List<Tried> tried(DistrictId district, int year) {
    return resources.of(district, year).stream()
        .map(
            each ->
                new Tried(
                    text(each.code().messageKey()),
                    each.name(),
                    each.name().equals(each.organization()) ? null : each.organization(),
                    each))
        .toList();
  }

  List<Gap> gaps(DistrictId district, int year) {
    return deserts.of(district, year).stream()
        .map(
            each ->
                new Gap(
                    each.code(),
                    text(each.code().messageKey()),
                    place(each.school()),
                    each,
                    each.why().stream().map(why -> text("insight.desert.why." + why)).toList()))
        .toList();
  }

  /** As CSV: numbers of families, each with what it counts. */
  List<String> lines(DistrictId district, int year) {
    List<String> lines = new ArrayList<>();
    for (Tried each : tried(district, year)) {
      TriedResource numbers = each.numbers();
      resource(lines, each, "chosen", numbers.chosen());
      resource(lines, each, "takenOn", numbers.takenOn());
      resource(lines, each, "HELPED", numbers.helped());
      resource(lines, each, "PARTLY", numbers.partly());
      resource(lines, each, "NOT", numbers.not());
      resource(lines, each, "UNKNOWN", numbers.unknown());
    }
    for (Gap gap : gaps(district, year)) {
      for (Why why : gap.numbers().why()) {
        int families = gap.numbers().families();
        lines.add(line(gap.code(), gap.need(), "desert:" + why, gap.place(), families));
      }
    }
    return lines;
  }

  private static void resource(
      List<String> lines, Tried tried, String what, @Nullable Integer families) {
    String by = "resource:" + what;
    lines.add(line(tried.numbers().code(), tried.need(), by, tried.name(), families));
  }

  /** Where a number is not shown, the field stays empty. */
  static String line(
      BarrierCode code, String meaning, String by, String of, @Nullable Integer families) {
    return "%s,%s,%s,%s,%s\r\n"
        .formatted(code, quoted(meaning), by, quoted(of), families == null ? "" : families);
  }

  /** A spreadsheet takes what begins like a formula for one. */
  private static String quoted(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private String place(@Nullable String school) {
    return school == null
        ? text("insight.desert.district")
        : schools.find(new SchoolId(UUID.fromString(school))).map(Schools.School::name).orElse("?");
  }

  private String text(String key) {
    return words.getMessage(key, null, Locale.US);
  }
}
