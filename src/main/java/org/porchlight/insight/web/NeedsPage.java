package org.porchlight.insight.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.CommonNeeds;
import org.porchlight.insight.internal.CommonNeeds.CommonNeed;
import org.porchlight.insight.internal.CommonNeeds.Line;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What makes school hard in the reader's district, as a page and as CSV: the same numbers. */
@Controller
@RequestMapping("/insight/needs")
class NeedsPage {

  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;

  private final CommonNeeds needs;
  private final NeedsTables tables;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final MessageSource words;
  private final Clock clock;

  NeedsPage(
      CommonNeeds needs,
      NeedsTables tables,
      Schools schools,
      SchoolCalendars calendars,
      CurrentActor current,
      MessageSource words,
      Clock clock) {
    this.needs = needs;
    this.tables = tables;
    this.schools = schools;
    this.calendars = calendars;
    this.current = current;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
    DistrictId district = current.get().district();
    int shown = district == null ? FIRST_YEAR : year(year, district);
    model.addAttribute("district", district);
    model.addAttribute("year", shown);
    model.addAttribute("rows", district == null ? List.of() : rows(district, shown));
    model.addAttribute("tried", district == null ? List.of() : tables.tried(district, shown));
    model.addAttribute("gaps", district == null ? List.of() : tables.gaps(district, shown));
    return "insight/needs";
  }

  @GetMapping("/csv")
  ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable Integer year) {
    DistrictId district = current.get().district();
    StringBuilder text = new StringBuilder("code,meaning,by,of,families\r\n");
    int shown = district == null ? FIRST_YEAR : year(year, district);
    if (district != null) {
      for (Row row : rows(district, shown)) {
        line(text, row, "district", "", row.families());
        row.schools().forEach(each -> line(text, row, "school", each.name(), each.families()));
        row.months().forEach(each -> line(text, row, "month", each.name(), each.families()));
        row.became().forEach(each -> line(text, row, "became", each.name(), each.families()));
      }
      tables.lines(district, shown).forEach(text::append);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("common-needs-" + shown + ".csv")
                .build()
                .toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private int year(@Nullable Integer asked, DistrictId district) {
    return Math.clamp(
        asked == null
            ? CommonNeeds.startYear(LocalDate.ofInstant(clock.instant(), calendars.zone(district)))
            : asked,
        FIRST_YEAR,
        LAST_YEAR);
  }

  private List<Row> rows(DistrictId district, int year) {
    return needs.of(district, year).stream().map(this::row).toList();
  }

  private Row row(CommonNeed need) {
    return new Row(
        need.code(),
        text(need.code().messageKey()),
        need.families(),
        need.schools().stream().map(line -> named(line, school(line.key()))).toList(),
        need.months().stream().map(line -> named(line, month(line.key()))).toList(),
        need.became().stream()
            .map(line -> named(line, text("insight.became." + line.key())))
            .toList());
  }

  private static Named named(Line line, String name) {
    return new Named(name, line.families());
  }

  private String school(String id) {
    return id.isEmpty()
        ? text("insight.noSchool")
        : schools.find(new SchoolId(UUID.fromString(id))).map(Schools.School::name).orElse("?");
  }

  private static String month(String key) {
    YearMonth month = YearMonth.parse(key);
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.US) + " " + month.getYear();
  }

  private String text(String key) {
    return words.getMessage(key, null, Locale.US);
  }

  private static void line(
      StringBuilder text, Row row, String by, String of, @Nullable Integer families) {
    text.append(NeedsTables.line(row.code(), row.meaning(), by, of, families));
  }

  /** Where a list is empty, none of its numbers can be shown. */
  public record Row(
      BarrierCode code,
      String meaning,
      int families,
      List<Named> schools,
      List<Named> months,
      List<Named> became) {}

  /**
   * @param families null: not shown
   */
  public record Named(String name, @Nullable Integer families) {}
}
