package org.porchlight.referrals.hsds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** A resource directory as the tables of HSDS 3.x or 1.x, a CSV file for each. */
@Component
class HsdsCsv implements ImportFormat {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Map<String, String> NAMES_OF_1X =
      Map.of(
          "service_area", "name",
          "language", "name",
          "vocabulary", "taxonomy",
          "taxonomy_id", "taxonomy_term_id");

  @Override
  public String name() {
    return "hsds-csv";
  }

  @Override
  public void read(DistrictId district, int fileNo, InputStream in, RowSink out)
      throws IOException {
    try (Reader text = withoutMark(in);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
      @Nullable HsdsTable table = null;
      for (NamedCsvRecord line : csv) {
        if (table == null) {
          Set<String> header = new HashSet<>(line.getHeader());
          table = HsdsTable.ofHeader(header).orElse(null);
          if (table == null && HsdsTable.unused(header)) {
            return;
          }
          if (table == null) {
            throw UnreadableFile.because(
                "The first line names the columns of no table of HSDS 3.x or 1.x: upload"
                    + " organizations.csv, services.csv, locations.csv and their like as they were"
                    + " exported");
          }
        }
        SourceRow at = new SourceRow(fileNo, line.getStartingLineNumber());
        HsdsRows.accept(at, table, fields(table, line), out);
      }
    } catch (CsvParseException e) {
      throw UnreadableFile.because(
          "The file is not well-formed CSV, or ends too early: export and upload it again", e);
    } catch (CharacterCodingException e) {
      throw UnreadableFile.because("The file is not UTF-8: export it as UTF-8", e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw UnreadableFile.because("The file is not UTF-8: export it as UTF-8", e);
      }
      throw e.getCause();
    }
  }

  /** Spreadsheets put a byte order mark before the header. */
  private static Reader withoutMark(InputStream in) throws IOException {
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = text.read();
    if (first != -1 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private static Map<String, String> fields(HsdsTable table, NamedCsvRecord line) {
    Map<String, String> fields = new LinkedHashMap<>();
    line.getFieldsAsMap()
        .forEach(
            (column, value) -> {
              boolean phone = table == HsdsTable.PHONES;
              fields.merge(
                  phone ? column : NAMES_OF_1X.getOrDefault(column, column),
                  value,
                  (first, second) -> first.isBlank() ? second : first);
            });
    return fields;
  }
}
