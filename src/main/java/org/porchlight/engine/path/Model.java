package org.porchlight.engine.path;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.ProcessPath.Kind;

/** What of a BPMN model is needed to tell a way through it in words. */
final class Model {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final String name;
  private final Map<String, Node> nodes;

  private Model(String name, Map<String, Node> nodes) {
    this.name = name;
    this.nodes = nodes;
  }

  /**
   * @param attachedTo of a boundary event
   * @param source of a flow
   * @param target of a flow
   */
  private record Node(
      String type,
      @Nullable String label,
      @Nullable String attachedTo,
      @Nullable String source,
      @Nullable String target) {}

  static Model read(String processId, String xml) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    String name = processId;
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT
            || !BPMN.equals(reader.getNamespaceURI())) {
          continue;
        }
        String id = text(reader, "id");
        String label = text(reader, "name");
        if (id != null) {
          nodes.put(id, node(reader, label));
        }
        if (reader.getLocalName().equals("process") && label != null) {
          name = label;
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The stored model of " + processId + " is no XML", e);
    }
    return new Model(name, nodes);
  }

  private static Node node(XMLStreamReader reader, @Nullable String label) {
    return new Node(
        reader.getLocalName(),
        label,
        text(reader, "attachedToRef"),
        text(reader, "sourceRef"),
        text(reader, "targetRef"));
  }

  private static @Nullable String text(XMLStreamReader reader, String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null || value.isBlank() ? null : value.replaceAll("\\s+", " ").strip();
  }

  String name() {
    return name;
  }

  Kind kind(String element) {
    Node node = nodes.get(element);
    String type = node == null ? "" : node.type();
    return switch (type) {
      case "sequenceFlow" -> Kind.FLOW;
      case "subProcess", "callActivity" -> Kind.SCOPE;
      default ->
          type.endsWith("Gateway") ? Kind.GATEWAY : type.endsWith("Event") ? Kind.EVENT : Kind.TASK;
    };
  }

  @Nullable String label(String element) {
    Node node = nodes.get(element);
    return node == null ? null : node.label();
  }

  /** A gateway that waits has no name of its own: it waits for the events behind it. */
  String labelOrId(String element) {
    String own = label(element);
    if (own != null) {
      return own;
    }
    String events =
        behind(element)
            .flatMap(event -> Optional.ofNullable(label(event)).stream())
            .collect(Collectors.joining(" / "));
    return events.isEmpty() ? element : events;
  }

  /** Elements whose timers are this one's: itself, what is attached, what a gateway waits for. */
  List<String> waits(String element) {
    Stream<String> attached =
        nodes.entrySet().stream()
            .filter(node -> element.equals(node.getValue().attachedTo()))
            .map(Map.Entry::getKey);
    return Stream.of(Stream.of(element), attached, behind(element))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private Stream<String> behind(String element) {
    Node node = nodes.get(element);
    if (node == null || !node.type().equals("eventBasedGateway")) {
      return Stream.of();
    }
    return nodes.values().stream()
        .filter(flow -> element.equals(flow.source()) && flow.target() != null)
        .map(flow -> String.valueOf(flow.target()));
  }

  /** For an instance whose model was not kept. */
  static Model unknown(String processId) {
    return new Model(processId, new HashMap<>());
  }
}
