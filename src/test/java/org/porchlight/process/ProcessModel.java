package org.porchlight.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The BPMN files of this repository, read as XML. */
final class ProcessModel {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  private final List<Document> documents;

  private ProcessModel(List<Document> documents) {
    this.documents = documents;
  }

  static List<Path> files(String folder, String extension) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException("Listing " + folder, e);
    }
  }

  static ProcessModel all() {
    return new ProcessModel(files("bpmn", ".bpmn").stream().map(ProcessModel::parse).toList());
  }

  List<Element> elements(String namespace, String name) {
    List<Element> found = new ArrayList<>();
    for (Document document : documents) {
      NodeList nodes = document.getElementsByTagNameNS(namespace, name);
      for (int i = 0; i < nodes.getLength(); i++) {
        found.add((Element) nodes.item(i));
      }
    }
    return found;
  }

  Set<String> attributes(String namespace, String name, String attribute) {
    Set<String> values = new TreeSet<>();
    elements(namespace, name).forEach(element -> values.add(element.getAttribute(attribute)));
    return values;
  }

  /** The forms of all user tasks; of a task whose form is a variable, all that it may name. */
  Set<String> forms() {
    Set<String> forms = new TreeSet<>();
    elements(BPMN, "userTask").forEach(task -> forms.addAll(formsOf(task)));
    return forms;
  }

  static List<String> formsOf(Element task) {
    String id = children(task, ZEEBE, "formDefinition").getFirst().getAttribute("formId");
    if (!id.startsWith("=")) {
      return List.of(id);
    }
    return children(task, ZEEBE, "property").stream()
        .filter(property -> property.getAttribute("name").equals("forms"))
        .flatMap(property -> Stream.of(property.getAttribute("value").split(" ")))
        .toList();
  }

  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static Document parse(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("Reading " + file, e);
    }
  }
}
