package org.porchlight.engine.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One decision table of hit policy FIRST or UNIQUE, whose rules are tried from the top. */
record DecisionTable(String id, List<String> inputs, List<String> outputNames, List<Rule> rules) {

  static DecisionTable of(Element decision) {
    String id = decision.getAttribute("id");
    Element table = child(decision, "decisionTable", id);
    String policy = table.getAttribute("hitPolicy");
    if (!List.of("FIRST", "UNIQUE", "").contains(policy)) {
      throw new IllegalStateException(id + ": hit policy " + policy + " is not supported");
    }
    List<String> inputs =
        children(table, "input").stream()
            .map(input -> text(child(input, "inputExpression", id), id))
            .toList();
    List<String> outputs =
        children(table, "output").stream().map(output -> output.getAttribute("name")).toList();
    List<Rule> rules =
        children(table, "rule").stream()
            .map(
                rule ->
                    new Rule(
                        rule.getAttribute("id"),
                        children(rule, "inputEntry").stream().map(e -> text(e, id)).toList(),
                        children(rule, "outputEntry").stream().map(e -> text(e, id)).toList()))
            .toList();
    for (Rule rule : rules) {
      if (rule.tests().size() != inputs.size() || rule.results().size() != outputs.size()) {
        throw new IllegalStateException(id + ": rule " + rule.id() + " lacks a cell");
      }
    }
    return new DecisionTable(id, inputs, outputs, rules);
  }

  Map<String, Object> evaluate(FeelEngineApi feel, Map<String, Object> given) {
    List<Object> values = new ArrayList<>();
    for (String input : inputs) {
      values.add(value(feel.evaluateExpression(input, given), input));
    }
    for (Rule rule : rules) {
      if (fits(feel, rule, values, given)) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (int i = 0; i < outputNames.size(); i++) {
          String result = rule.results().get(i);
          found.put(outputNames.get(i), value(feel.evaluateExpression(result, given), result));
        }
        return found;
      }
    }
    throw new IllegalStateException(id + ": no rule fits");
  }

  private boolean fits(
      FeelEngineApi feel, Rule rule, List<Object> values, Map<String, Object> given) {
    for (int i = 0; i < values.size(); i++) {
      String test = rule.tests().get(i);
      if (!test.equals("-")
          && !Boolean.TRUE.equals(
              value(feel.evaluateUnaryTests(test, values.get(i), given), test))) {
        return false;
      }
    }
    return true;
  }

  private Object value(EvaluationResult result, String cell) {
    Object value = result.isFailure() ? null : result.result();
    if (value == null) {
      throw new IllegalStateException(id + ": " + cell + " has no value");
    }
    return value;
  }

  private static Element child(Element parent, String name, String decision) {
    return children(parent, name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(decision + ": no " + name));
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element element, String decision) {
    return child(element, "text", decision).getTextContent().strip();
  }

  record Rule(String id, List<String> tests, List<String> results) {}
}
