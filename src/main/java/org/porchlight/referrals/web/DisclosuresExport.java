package org.porchlight.referrals.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.porchlight.access.Actor;
import org.porchlight.access.BulkReads;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Disclosures;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The district's record of disclosures as a file, for whoever has to show it. Students and families
 * by their opaque ids.
 */
@Controller
class DisclosuresExport {

  private final Disclosures disclosures;
  private final SchoolCalendars calendars;
  private final BulkReads reads;
  private final CurrentActor current;

  DisclosuresExport(
      Disclosures disclosures, SchoolCalendars calendars, BulkReads reads, CurrentActor current) {
    this.disclosures = disclosures;
    this.calendars = calendars;
    this.reads = reads;
    this.current = current;
  }

  /**
   * @param from first day, in the district's zone
   * @param to last day
   */
  @GetMapping("/families/disclosures.csv")
  ResponseEntity<byte[]> export(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    if (district == null || !actor.districtWide()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    reads.record(actor.id(), BulkReads.What.DISCLOSURES, district.value());
    ZoneId zone = calendars.zone(district);
    List<Disclosures.Disclosure> made =
        disclosures.of(
            district,
            from.atStartOfDay(zone).toInstant(),
            to.plusDays(1).atStartOfDay(zone).toInstant());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("disclosures.csv").build().toString())
        .body(csv(made).getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(List<Disclosures.Disclosure> disclosures) {
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().build(text)) {
      rows.writeRecord(
          "at", "kind", "party", "students", "family", "what", "interest", "basis", "referral");
      for (Disclosures.Disclosure made : disclosures) {
        rows.writeRecord(
            made.at().toString(),
            made.kind().name(),
            safe(made.party()),
            String.join(" ", made.students().stream().map(Object::toString).toList()),
            made.family().toString(),
            String.join(" ", made.what()),
            made.interest().name(),
            made.basis().name(),
            made.reference().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return text.toString();
  }

  /** A name from a directory is no formula. */
  private static String safe(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
