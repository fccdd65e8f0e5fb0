package org.porchlight.referrals.hsds;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource directory as HSDS 3.x JSON: one service or organization with all that belongs to it, a
 * list of them, or a page of the HSDS API. What is nested is taken apart into the tables of HSDS;
 * something that occurs several times, in whole or in part, is put together.
 */
@Component
class HsdsJson implements ImportFormat {

  private static final String NOT_HSDS =
      "The file holds no HSDS services or organizations: upload a JSON list of them, or a page of"
          + " an HSDS API";

  private final ObjectMapper json;
  private final ObjectReader oneByOne;

  HsdsJson(ObjectMapper json) {
    this.json = json;
    this.oneByOne = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  @Override
  public String name() {
    return "hsds-json";
  }

  /** Keeps the file's rows, but not the file, in memory: the parts of a row are apart in it. */
  @Override
  public void read(DistrictId district, int fileNo, InputStream in, RowSink out)
      throws IOException {
    Taken taken = new Taken();
    try (JsonParser parser = json.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        elements(parser, taken);
      } else if (first == JsonToken.START_OBJECT) {
        object(parser, taken);
      } else {
        throw UnreadableFile.because(NOT_HSDS);
      }
    } catch (JacksonException e) {
      throw UnreadableFile.because(
          "The file is not well-formed JSON, or ends too early: export and upload it again", e);
    }
    if (taken.rows.isEmpty()) {
      throw UnreadableFile.because(NOT_HSDS);
    }
    taken.rows.forEach(
        (key, row) ->
            HsdsRows.accept(new SourceRow(fileNo, row.number()), key.table(), row.fields(), out));
  }

  private void elements(JsonParser parser, Taken taken) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode element = oneByOne.readTree(parser);
      if (element instanceof ObjectNode object) {
        taken.number++;
        new HsdsTree(taken::take).thing(object);
      }
    }
  }

  private void object(JsonParser parser, Taken taken) {
    ObjectNode single = json.createObjectNode();
    boolean page = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("contents") && value == JsonToken.START_ARRAY) {
        page = true;
        elements(parser, taken);
      } else {
        JsonNode read = oneByOne.readTree(parser);
        single.set(name, read);
      }
    }
    if (!page) {
      taken.number++;
      new HsdsTree(taken::take).thing(single);
    }
  }

  private record Key(HsdsTable table, String id) {}

  private record Row(long number, Map<String, String> fields) {}

  private static final class Taken {
    private final Map<Key, Row> rows = new LinkedHashMap<>();
    private long number;

    /** The first value of a field stays: what is nested is often a summary. */
    private void take(HsdsTable table, Map<String, String> fields) {
      Key key = new Key(table, HsdsRow.of(table, fields).id());
      Row row = rows.computeIfAbsent(key, k -> new Row(number, new LinkedHashMap<>()));
      fields.forEach(row.fields()::putIfAbsent);
    }
  }
}
