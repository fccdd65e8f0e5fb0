package org.porchlight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The share of the processes' elements and flows that the tests of this run passed through. Comes
 * last (junit-platform.properties) and writes {@code target/process-coverage.md}.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE)
class ProcessCoverageTest {

  /** What a whole run must reach, in percent of all elements and flows. */
  private static final int LEAST = Integer.getInteger("porchlight.process-coverage", 100);

  @Autowired JdbcClient jdbc;
  @Autowired ProcessClock time;

  /** Ids of a model, and those of them that no instance passed. */
  private record Share(String process, String what, int all, Set<String> missed) {

    int passed() {
      return all - missed.size();
    }

    String line() {
      return "%s: %d/%d %s".formatted(process, passed(), all, what);
    }
  }

  @Test
  void shouldPassThroughTheProcesses() throws IOException {
    time.awaitQuiet();
    List<Share> shares = new ArrayList<>();
    for (Element process : ProcessModel.all().elements(ProcessModel.BPMN, "process")) {
      Set<String> elements = new TreeSet<>();
      Set<String> flows = new TreeSet<>();
      collect(process, elements, flows);
      Set<String> passed = new HashSet<>(passed(process.getAttribute("id")));
      passed.addAll(untold(process, passed));
      shares.add(share(process, "elements", elements, passed));
      shares.add(share(process, "flows", flows, passed));
    }
    report(shares);

    Assumptions.assumeTrue(
        System.getProperty("test") == null, "Only a run of all tests passes through everything");
    int all = shares.stream().mapToInt(Share::all).sum();
    int passed = shares.stream().mapToInt(Share::passed).sum();
    assertThat(100 * passed / all)
        .as("percent of elements and flows passed, see target/process-coverage.md")
        .isGreaterThanOrEqualTo(LEAST);
  }

  private static Share share(Element process, String what, Set<String> all, Set<String> passed) {
    Set<String> missed = new TreeSet<>(all);
    missed.removeAll(passed);
    return new Share(process.getAttribute("id"), what, all.size(), missed);
  }

  /** The engine goes from an event-based gateway to an event without telling of the flow. */
  private static List<String> untold(Element process, Set<String> passed) {
    Set<String> gateways = new TreeSet<>();
    within(process, "eventBasedGateway").forEach(each -> gateways.add(each.getAttribute("id")));
    return within(process, "sequenceFlow").stream()
        .filter(flow -> gateways.contains(flow.getAttribute("sourceRef")))
        .filter(flow -> passed.contains(flow.getAttribute("targetRef")))
        .map(flow -> flow.getAttribute("id"))
        .toList();
  }

  private static List<Element> within(Element process, String name) {
    NodeList nodes = process.getElementsByTagNameNS(ProcessModel.BPMN, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private Set<String> passed(String process) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct p.element_id from engine.path p
                join engine.process_instance i on i.key = p.process_instance_key
                where i.process_id = ?
                """)
            .param(process)
            .query(String.class)
            .list());
  }

  private static void collect(Element scope, Set<String> elements, Set<String> flows) {
    for (Node node = scope.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (!(node instanceof Element element)
          || !ProcessModel.BPMN.equals(element.getNamespaceURI())) {
        continue;
      }
      String type = element.getLocalName();
      if (type.equals("sequenceFlow")) {
        flows.add(element.getAttribute("id"));
      } else if (type.matches("(?i).*(task|event|gateway|subprocess|callactivity)")) {
        elements.add(element.getAttribute("id"));
        collect(element, elements, flows);
      }
    }
  }

  private static void report(List<Share> shares) throws IOException {
    StringBuilder text = new StringBuilder("# What the tests passed through\n");
    for (Share share : shares) {
      System.out.println("Process coverage: " + share.line());
      text.append("\n- ").append(share.line());
      if (!share.missed().isEmpty()) {
        String missed = String.join(", ", share.missed());
        System.out.println("  missed: " + missed);
        text.append("; missed: ").append(missed);
      }
    }
    Files.writeString(
        Path.of(TestServers.buildFolder().toString(), "process-coverage.md"), text + "\n");
  }
}
