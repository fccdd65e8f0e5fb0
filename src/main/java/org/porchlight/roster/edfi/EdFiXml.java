package org.porchlight.roster.edfi;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/**
 * Interchange files of the Ed-Fi Data Standard 5, any of them in any combination. Holds one element
 * in memory at a time. Document types and entities are refused: interchange files need none, and
 * attacks do.
 */
@Component
class EdFiXml implements ImportFormat {

  private static final Pattern STANDARD = Pattern.compile("http://ed-fi\\.org/5\\.\\d+(\\.\\d+)?");

  private final List<EdFiResource> resources;
  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

  EdFiXml(List<EdFiResource> resources) {
    this.resources = resources;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  @Override
  public String name() {
    return "edfi-xml";
  }

  @Override
  public boolean mayMentionNewSchools() {
    return true;
  }

  @Override
  public void read(DistrictId district, int fileNo, InputStream in, RowSink out) {
    Map<String, EdFiResource.Reader> readers = new HashMap<>();
    resources.forEach(resource -> readers.put(resource.element(), resource.open(district)));
    try {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      openRoot(reader);
      long row = 0;
      while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
        if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
          row++;
          readOne(reader, readers.get(reader.getLocalName()), new SourceRow(fileNo, row), out);
        }
      }
    } catch (XMLStreamException e) {
      throw UnreadableFile.because(
          "The file is not well-formed XML, or ends too early (line "
              + e.getLocation().getLineNumber()
              + "): export and upload it again",
          e);
    }
  }

  private static void openRoot(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw UnreadableFile.because(
            "The file declares a document type or entities, which interchange files do not need: remove the DOCTYPE");
      }
    }
    String namespace = reader.getNamespaceURI();
    if (!reader.getLocalName().startsWith("Interchange")) {
      throw UnreadableFile.because(
          "The file is no Ed-Fi interchange: its first element has to be Interchange…");
    }
    if (namespace == null || !STANDARD.matcher(namespace).matches()) {
      throw UnreadableFile.because(
          "The file is of a version of the Ed-Fi Data Standard that is not known here: export it as 5.x"
              + " (namespace http://ed-fi.org/5.2.0)");
    }
  }

  private static void readOne(
      XMLStreamReader xml, EdFiResource.@Nullable Reader reader, SourceRow at, RowSink out)
      throws XMLStreamException {
    if (reader == null) {
      EdFiTree.skip(xml);
      return;
    }
    EdFiElement element = EdFiTree.read(xml);
    String key = reader.key(element);
    if (key != null) {
      element.id().ifPresent(id -> out.alias(at, element.name(), id, key));
    }
    try {
      List<CanonicalRecord> records =
          reader.read(
              element, (field, rule, value) -> out.flag(at, reader.kind(), field, rule, value));
      records.forEach(record -> out.accept(at, record));
    } catch (BadValue bad) {
      out.quarantine(at, reader.kind(), key, bad.field(), bad.rule(), bad.value());
    }
  }
}
