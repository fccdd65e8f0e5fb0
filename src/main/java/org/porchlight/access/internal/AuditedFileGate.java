package org.porchlight.access.internal;

import java.util.Optional;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Decides and records in one step, so that neither can be had without the other. */
@Component
class AuditedFileGate implements FileGate {

  private final CurrentActor currentActor;
  private final Scope scope;
  private final Audit audit;

  AuditedFileGate(CurrentActor currentActor, Scope scope, Audit audit) {
    this.currentActor = currentActor;
    this.scope = scope;
    this.audit = audit;
  }

  @Override
  public Opened open(FamilyFile file, Channel channel) {
    Actor actor = currentActor.get();
    Optional<Opened> opened = scope.decide(actor, file);
    audit.record(actor.id(), file.family(), channel, opened);
    return opened.orElseThrow(
        () -> new AccessDeniedException("This family is outside your schools or assignments"));
  }
}
