package org.porchlight.engine.decision;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDecision;
import org.camunda.dmn.parser.ParsedDmn;
import org.porchlight.engine.Decisions;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * The decision tables that are deployed with this version, evaluated by the library that the broker
 * uses. A broken one stops the start.
 */
@Component
class BundledDecisions implements Decisions {

  private final DmnEngine engine = new DmnEngine.Builder().build();
  private final Map<String, ParsedDmn> models = new HashMap<>();

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
    } catch (IOException e) {
      throw new IllegalStateException("Reading the decision tables", e);
    }
  }

  @Override
  public Map<String, Object> evaluate(String decisionId, Map<String, Object> inputs) {
    ParsedDmn model = models.get(decisionId);
    if (model == null) {
      throw new IllegalArgumentException("There is no decision " + decisionId);
    }
    Either<DmnEngine.EvalFailure, DmnEngine.EvalResult> evaluated =
        engine.eval(model, decisionId, inputs);
    if (evaluated.isLeft()) {
      // Its message may quote the inputs.
      throw new IllegalStateException(decisionId + " cannot be evaluated");
    }
    if (!(evaluated.getOrElse(() -> null) instanceof DmnEngine.Result found)) {
      throw new IllegalStateException(decisionId + ": no rule fits");
    }
    return outputs(decisionId, found.value());
  }

  private static Map<String, Object> outputs(String decisionId, Object value) {
    Map<?, ?> named =
        value instanceof scala.collection.Map<?, ?> map
            ? CollectionConverters.asJava(map)
            : (Map<?, ?>) value;
    Map<String, Object> outputs = new LinkedHashMap<>();
    named.forEach(
        (name, output) -> {
          if (output == null) {
            throw new IllegalStateException(decisionId + ": " + name + " has no value");
          }
          // FEEL has one kind of number; the tables write whole ones.
          outputs.put((String) name, output instanceof Number n ? (Object) n.longValue() : output);
        });
    return outputs;
  }

  private void read(Resource resource) throws IOException {
    try (InputStream in = resource.getInputStream()) {
      Either<DmnEngine.Failure, ParsedDmn> parsed = engine.parse(in);
      if (parsed.isLeft()) {
        throw new IllegalStateException(
            resource.getFilename() + ": " + parsed.swap().getOrElse(() -> null));
      }
      ParsedDmn model = parsed.getOrElse(() -> null);
      for (ParsedDecision decision : CollectionConverters.asJava(model.decisions())) {
        models.put(decision.id(), model);
      }
    }
  }
}
