package org.porchlight.attendance.internal;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.CsvText;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/**
 * A row per student and day: {@code student_id,school_id,date,status,minutes}. See
 * src/docs/attendance-csv.md.
 */
@Component
class AttendanceCsv implements ImportFormat {

  private static final List<String> REQUIRED = List.of("student_id", "school_id", "date", "status");

  private final StatusCodes codes;

  AttendanceCsv(StatusCodes codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return "attendance-csv";
  }

  @Override
  public void read(DistrictId district, int fileNo, InputStream in, RowSink out)
      throws IOException {
    Map<String, AttendanceStatus> known = codes.of(district, name());
    CsvText.read(
        in,
        new CsvText.Rows() {
          @Override
          public boolean header(List<String> columns) {
            checkHeader(columns);
            return true;
          }

          @Override
          public void row(NamedCsvRecord line) {
            readLine(line, known, new SourceRow(fileNo, line.getStartingLineNumber()), out);
          }
        });
  }

  private static void checkHeader(List<String> header) {
    for (String column : REQUIRED) {
      if (!header.contains(column)) {
        throw UnreadableFile.because(
            "The column "
                + column
                + " is missing: the first line has to be student_id,school_id,date,status,minutes");
      }
    }
  }

  private static void readLine(
      NamedCsvRecord line, Map<String, AttendanceStatus> known, SourceRow at, RowSink out) {
    @Nullable String key = null;
    try {
      String student = required(line, "student_id");
      String school = required(line, "school_id");
      LocalDate day = day(required(line, "date"));
      key = CanonicalRecord.key(student, school, day, "");
      String code = required(line, "status");
      AttendanceStatus status = known.get(Records.code(code));
      if (status == null) {
        throw BadValue.of("status", Rule.UNKNOWN_CODE, code);
      }
      out.accept(
          at, new AttendanceEvent(student, school, day, "", status, minutes(line), null, null));
    } catch (BadValue bad) {
      out.quarantine(at, AttendanceEvent.KIND, key, bad.field(), bad.rule(), bad.value());
    }
  }

  private static String required(NamedCsvRecord line, String column) {
    return line.findField(column)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> BadValue.of(column, Rule.REQUIRED, ""));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw BadValue.of("date", Rule.NOT_A_DATE, text);
    }
  }

  private static @Nullable Integer minutes(NamedCsvRecord line) {
    String text = line.findField("minutes").map(String::strip).orElse("");
    if (text.isEmpty()) {
      return null;
    }
    try {
      int minutes = Integer.parseInt(text);
      if (minutes < 0 || minutes > 1440) {
        throw BadValue.of("minutes", Rule.OUT_OF_RANGE, text);
      }
      return minutes;
    } catch (NumberFormatException e) {
      throw BadValue.of("minutes", Rule.NOT_A_NUMBER, text);
    }
  }
}
