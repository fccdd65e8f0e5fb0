package org.porchlight.roster;

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
import java.util.List;

/** Reads CSV files with a header, in UTF-8, with or without a spreadsheet's byte order mark. */
public final class CsvText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvText() {}

  /** What becomes of one file, told in this order. */
  public interface Rows {

    /** The column names, before the first row. False: nobody wants the rest of this file. */
    boolean header(List<String> columns);

    void row(NamedCsvRecord row);
  }

  /**
   * Streams the rows; a row may have fewer or more fields than the header.
   *
   * @throws UnreadableFile where it is no CSV or no UTF-8
   */
  public static void read(InputStream in, Rows rows) throws IOException {
    try (Reader text = withoutMark(in);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
      boolean headerSeen = false;
      for (NamedCsvRecord row : csv) {
        if (!headerSeen && !rows.header(row.getHeader())) {
          return;
        }
        headerSeen = true;
        rows.row(row);
      }
    } catch (CsvParseException e) {
      throw UnreadableFile.because(
          "The file is not well-formed CSV, or ends too early: export and upload it again", e);
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(e);
      }
      throw e.getCause();
    }
  }

  private static UnreadableFile notUtf8(Exception e) {
    return UnreadableFile.because("The file is not UTF-8: export it as UTF-8", e);
  }

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
}
