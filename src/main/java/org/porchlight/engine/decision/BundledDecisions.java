package org.porchlight.engine.decision;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.porchlight.engine.Decisions;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The decision tables that are deployed with this version. A broken one stops the start. */
@Component
class BundledDecisions implements Decisions {

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
  private final Map<String, DecisionTable> tables = new HashMap<>();

  BundledDecisions(EngineProperties properties) {
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : properties.bundle()) {
        if (pattern.endsWith(".dmn")) {
          for (Resource resource : resolver.getResources(pattern)) {
            read(resource);
          }
        }
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Reading the decision tables", e);
    }
  }

  @Override
  public Map<String, Object> evaluate(String decisionId, Map<String, Object> inputs) {
    DecisionTable table = tables.get(decisionId);
    if (table == null) {
      throw new IllegalArgumentException("There is no decision " + decisionId);
    }
    return table.evaluate(feel, inputs);
  }

  private void read(Resource resource)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (InputStream in = resource.getInputStream()) {
      Element definitions = factory.newDocumentBuilder().parse(in).getDocumentElement();
      DecisionTable.children(definitions, "decision").stream()
          .map(DecisionTable::of)
          .forEach(table -> tables.put(table.id(), table));
    }
  }
}
