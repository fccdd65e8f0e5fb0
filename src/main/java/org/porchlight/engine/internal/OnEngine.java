package org.porchlight.engine.internal;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where an engine is configured. Without one, commands wait and the pages work. */
public final class OnEngine implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return context.getEnvironment().containsProperty("porchlight.engine.grpc-address");
  }
}
