package org.porchlight.messaging.translation.xliff;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.text.TextPieces.Piece;

/**
 * Reads XLIFF 2.0 and 2.1: what our export wrote and a translator's tool filled in. No document
 * type, no entities: a file can reach nothing beyond itself.
 */
final class XliffReader {

  private static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

  private final XMLStreamReader xml;
  private final List<TextUnit> units = new ArrayList<>();

  /** What a file holds. */
  record Content(String sourceLanguage, String targetLanguage, List<TextUnit> units) {}

  private XliffReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Content read(InputStream file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("The file refers to another one: that is not read");
        });
    try {
      return new XliffReader(factory.createXMLStreamReader(file)).document();
    } catch (XMLStreamException e) {
      throw new UnreadableXliff(
          "The file is not well-formed XML at line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber())
              + ". Export it again from your tool as XLIFF 2.0.",
          e);
    }
  }

  private Content document() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new UnreadableXliff(
            "The file declares a document type. Take the line <!DOCTYPE …> out and upload it again.");
      }
      xml.next();
    }
    String version = String.valueOf(xml.getAttributeValue(null, "version"));
    if (!xml.getLocalName().equals("xliff")
        || !NAMESPACE.equals(xml.getNamespaceURI())
        || !version.startsWith("2.")) {
      throw new UnreadableXliff(
          "The file is no XLIFF 2.0 or 2.1. Export it from your tool in that form.");
    }
    String source = attribute("srcLang", "the root");
    String target = attribute("trgLang", "the root");
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("unit")) {
        units.add(unit());
      }
    }
    return new Content(source, target, List.copyOf(units));
  }

  private TextUnit unit() throws XMLStreamException {
    String key = attribute("id", "a unit");
    Map<String, String> data = new HashMap<>();
    List<Piece> source = new ArrayList<>();
    List<Piece> target = new ArrayList<>();
    boolean written = false;
    @Nullable String fault = null;
    boolean segment = true;
    List<Piece> last = List.of();
    while (!ended("unit")) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!NAMESPACE.equals(xml.getNamespaceURI())) {
        // What tools add, such as their candidates, may hold sources and targets of its own.
        skip();
        continue;
      }
      switch (xml.getLocalName()) {
        case "data" -> data.put(attribute("id", "data of " + key), xml.getElementText());
        case "segment" -> segment = true;
        // What stands between segments needs no translation: its source is taken.
        case "ignorable" -> segment = false;
        case "source" -> {
          last = new ArrayList<>();
          fault = first(fault, inline("source", data, last));
          source.addAll(last);
          if (!segment) {
            target.addAll(last);
          }
        }
        case "target" -> {
          if (xml.getAttributeValue(null, "order") != null) {
            fault = first(fault, "its segments are in another order than in the English");
          }
          List<Piece> said = new ArrayList<>();
          fault = first(fault, inline("target", data, said));
          if (!segment) {
            target.subList(target.size() - last.size(), target.size()).clear();
          }
          written |= segment && !said.isEmpty();
          target.addAll(said);
        }
        default -> {}
      }
    }
    return new TextUnit(key, joined(source), written ? joined(target) : null, fault);
  }

  /** Reads what stands within a source or target; answers what cannot be understood. */
  private @Nullable String inline(String element, Map<String, String> data, List<Piece> pieces)
      throws XMLStreamException {
    @Nullable String fault = null;
    while (!ended(element)) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            pieces.add(new Piece(false, xml.getText()));
        case XMLStreamConstants.START_ELEMENT -> fault = first(fault, element(data, pieces));
        default -> {}
      }
    }
    return fault;
  }

  private @Nullable String element(Map<String, String> data, List<Piece> pieces) {
    switch (xml.getLocalName()) {
      case "ph" -> {
        String reference = xml.getAttributeValue(null, "dataRef");
        String code = reference == null ? null : data.get(reference);
        if (code == null) {
          return "a placeholder (ph) has lost its data";
        }
        pieces.add(new Piece(true, code));
        return null;
      }
      case "cp" -> {
        return "it holds a sign (cp) that is none of a text";
      }
      // A translator's remark around words; the words are read as they stand.
      case "mrk", "sm", "em" -> {
        return null;
      }
      default -> {
        return "it holds markup (" + xml.getLocalName() + ") that a text cannot have";
      }
    }
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private boolean ended(String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  private String attribute(String name, String where) {
    String value = xml.getAttributeValue(null, name);
    if (value == null || value.isBlank()) {
      throw new UnreadableXliff(
          "The attribute "
              + name
              + " of "
              + where
              + " is missing: it must stay as it was exported.");
    }
    return value;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  /** Neighbouring words are one piece. */
  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && !before.code() && !piece.code()) {
        joined.set(joined.size() - 1, new Piece(false, before.text() + piece.text()));
      } else {
        joined.add(piece);
      }
    }
    return List.copyOf(joined);
  }
}
