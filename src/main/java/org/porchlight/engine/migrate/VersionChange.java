package org.porchlight.engine.migrate;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of each element of one version of a process in another. Elements keep their ids, so
 * each goes to its own; an event that is the same in both keeps its timer or message, one that is
 * not is begun anew by the engine. Reading two models takes a while and is the same for all
 * instances.
 *
 * @param mapped ids that are the same thing in both versions
 * @param differences why an instance that stands at such an element cannot move, by id
 */
record VersionChange(Set<String> mapped, Map<String, String> differences) {

  static VersionChange of(String source, String target) {
    Map<String, FlowNode> after = nodes(target);
    Set<String> mapped = new TreeSet<>();
    Map<String, String> differences = new TreeMap<>();
    nodes(source)
        .forEach(
            (id, node) -> {
              String difference = difference(node, after.get(id));
              if (difference == null) {
                mapped.add(id);
              } else {
                differences.put(id, difference);
              }
            });
    return new VersionChange(mapped, differences);
  }

  MigrationPlan plan(Collection<String> standing) {
    List<String> hindrances = new ArrayList<>();
    for (String id : new TreeSet<>(standing)) {
      if (!mapped.contains(id)) {
        hindrances.add(id + " " + differences.getOrDefault(id, "is not in its own version"));
      }
    }
    return new MigrationPlan(mapped, hindrances);
  }

  private static @Nullable String difference(FlowNode before, @Nullable FlowNode after) {
    if (after == null) {
      return "is gone";
    }
    if (!type(before).equals(type(after))) {
      return "was a " + type(before) + " and is a " + type(after);
    }
    if (!home(before).equals(home(after))) {
      return "was in " + home(before) + " and is in " + home(after);
    }
    return null;
  }

  /** A catch event's kind is that of what it waits for. */
  private static String type(FlowNode node) {
    String waits =
        node instanceof CatchEvent event
            ? event.getEventDefinitions().stream()
                .map(VersionChange::kind)
                .collect(Collectors.joining())
            : "";
    return waits + node.getElementType().getTypeName();
  }

  private static String kind(EventDefinition definition) {
    return definition.getElementType().getTypeName().replace("EventDefinition", " ");
  }

  /** The scope it is in; of a boundary event what it is attached to. */
  private static String home(FlowNode node) {
    return node instanceof BoundaryEvent boundary
        ? boundary.getAttachedTo().getId()
        : node.getScope().getAttributeValue("id");
  }

  private static Map<String, FlowNode> nodes(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getModelElementsByType(FlowNode.class)
        .stream()
        .collect(Collectors.toMap(FlowNode::getId, Function.identity()));
  }
}
