package org.porchlight.roster.edfi;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.UnreadableFile;

/** Reads one element with all that is in it, up to a size that no honest record reaches. */
final class EdFiTree {

  private static final int MOST_ELEMENTS = 20_000;
  private static final int MOST_CHARACTERS = 2_000_000;

  private EdFiTree() {}

  /** From a start tag to its end tag. */
  static EdFiElement read(XMLStreamReader xml) throws XMLStreamException {
    EdFiElement root = element(xml);
    Deque<EdFiElement> open = new ArrayDeque<>();
    open.push(root);
    int elements = 1;
    int characters = 0;
    while (!open.isEmpty()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          EdFiElement child = element(xml);
          open.element().add(child);
          open.push(child);
          elements++;
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          characters += xml.getTextLength();
          open.element().addText(xml.getText());
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw UnreadableFile.because(
                "The file uses an entity that it may not declare: write the character itself");
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
      if (elements > MOST_ELEMENTS || characters > MOST_CHARACTERS) {
        throw UnreadableFile.because(
            "One record of the file is larger than any record can be: check the export");
      }
    }
    return root;
  }

  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static EdFiElement element(XMLStreamReader xml) {
    return new EdFiElement(
        xml.getLocalName(), xml.getAttributeValue(null, "id"), xml.getAttributeValue(null, "ref"));
  }
}
