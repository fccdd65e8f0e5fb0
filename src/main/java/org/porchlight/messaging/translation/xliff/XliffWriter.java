package org.porchlight.messaging.translation.xliff;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.text.TextPieces.Piece;

/** Writes XLIFF 2.0, one file of one language; what must stay as it is becomes {@code ph}. */
final class XliffWriter {

  private static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

  private final XMLStreamWriter xml;

  /**
   * @param notes by category, for the translator
   * @param state of XLIFF: initial, translated, reviewed, final
   */
  record Unit(
      String key,
      List<Piece> source,
      @Nullable List<Piece> target,
      Map<String, String> notes,
      String state) {}

  private XliffWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(OutputStream to, String source, String target, String note, List<Unit> units) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, "UTF-8");
      new XliffWriter(xml).document(source, target, note, units);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing XLIFF", e);
    }
  }

  private void document(String source, String target, String note, List<Unit> units)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("xliff");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "2.0");
    xml.writeAttribute("srcLang", source);
    xml.writeAttribute("trgLang", target);
    line();
    xml.writeStartElement("file");
    xml.writeAttribute("id", "texts");
    xml.writeAttribute("original", "texts");
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
    line();
    notes(Map.of("general", note));
    for (Unit unit : units) {
      unit(unit);
    }
    xml.writeEndElement();
    line();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void notes(Map<String, String> notes) throws XMLStreamException {
    if (notes.isEmpty()) {
      return;
    }
    xml.writeStartElement("notes");
    for (Map.Entry<String, String> note : notes.entrySet()) {
      xml.writeStartElement("note");
      xml.writeAttribute("category", note.getKey());
      xml.writeCharacters(note.getValue());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    line();
  }

  private void unit(Unit unit) throws XMLStreamException {
    Codes codes = new Codes();
    List<Code> source = codes.of(unit.source());
    codes.startOver();
    List<Code> target = unit.target() == null ? List.of() : codes.of(unit.target());
    xml.writeStartElement("unit");
    xml.writeAttribute("id", unit.key());
    line();
    notes(unit.notes());
    if (!codes.data().isEmpty()) {
      xml.writeStartElement("originalData");
      for (Map.Entry<String, String> data : codes.data().entrySet()) {
        xml.writeStartElement("data");
        xml.writeAttribute("id", "d" + data.getKey());
        xml.writeCharacters(data.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      line();
    }
    xml.writeStartElement("segment");
    xml.writeAttribute("state", unit.target() == null ? "initial" : unit.state());
    line();
    content("source", source);
    if (unit.target() != null) {
      content("target", target);
    }
    xml.writeEndElement();
    line();
    xml.writeEndElement();
    line();
  }

  private void content(String element, List<Code> pieces) throws XMLStreamException {
    xml.writeStartElement(element);
    for (Code piece : pieces) {
      if (piece.id() == null) {
        xml.writeCharacters(piece.text());
      } else {
        xml.writeEmptyElement("ph");
        xml.writeAttribute("id", piece.id());
        xml.writeAttribute("dataRef", "d" + piece.id());
        xml.writeAttribute("disp", piece.text());
      }
    }
    xml.writeEndElement();
    line();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /** A piece, with the id of its code; words have none. */
  private record Code(@Nullable String id, String text) {}

  /** Gives the same code in source and target the same id, so that tools see that it is kept. */
  private static final class Codes {

    private final Map<String, String> data = new LinkedHashMap<>();
    private List<String> unused = new ArrayList<>();

    private Map<String, String> data() {
      return data;
    }

    private void startOver() {
      unused = new ArrayList<>(data.keySet());
    }

    private List<Code> of(List<Piece> pieces) {
      return pieces.stream()
          .map(piece -> new Code(piece.code() ? id(piece.text()) : null, piece.text()))
          .toList();
    }

    private String id(String code) {
      for (String id : unused) {
        if (code.equals(data.get(id))) {
          unused.remove(id);
          return id;
        }
      }
      String id = Integer.toString(data.size() + 1);
      data.put(id, code);
      return id;
    }
  }
}
