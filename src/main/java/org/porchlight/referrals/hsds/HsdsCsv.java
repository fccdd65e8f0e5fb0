package org.porchlight.referrals.hsds;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.CsvText;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** A resource directory as the tables of HSDS 3.x or 1.x, a CSV file for each. */
@Component
class HsdsCsv implements ImportFormat {

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
    CsvText.read(in, new TableRows(fileNo, out));
  }

  private static final class TableRows implements CsvText.Rows {
    private final int fileNo;
    private final RowSink out;
    private @Nullable HsdsTable table;

    private TableRows(int fileNo, RowSink out) {
      this.fileNo = fileNo;
      this.out = out;
    }

    @Override
    public boolean header(List<String> columns) {
      Set<String> header = new HashSet<>(columns);
      table = HsdsTable.ofHeader(header).orElse(null);
      if (table == null && !HsdsTable.unused(header)) {
        throw UnreadableFile.because(
            "The first line names the columns of no table of HSDS 3.x or 1.x: upload"
                + " organizations.csv, services.csv, locations.csv and their like as they were"
                + " exported");
      }
      return table != null;
    }

    @Override
    public void row(NamedCsvRecord line) {
      HsdsTable of = Objects.requireNonNull(table);
      SourceRow at = new SourceRow(fileNo, line.getStartingLineNumber());
      HsdsRows.accept(at, of, fields(of, line), out);
    }
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
