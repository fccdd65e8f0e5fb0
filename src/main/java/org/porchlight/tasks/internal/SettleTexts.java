package org.porchlight.tasks.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.TextsToSettle;
import org.porchlight.roster.Families;
import org.porchlight.shared.FamilyId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts that a person has to settle, of the families whose cases the reader looks after. */
@Component
public class SettleTexts {

  private final CurrentActor currentActor;
  private final Groups groups;
  private final TextsToSettle texts;
  private final CaseHistory history;
  private final Families families;

  SettleTexts(
      CurrentActor currentActor,
      Groups groups,
      TextsToSettle texts,
      CaseHistory history,
      Families families) {
    this.currentActor = currentActor;
    this.groups = groups;
    this.texts = texts;
    this.history = history;
    this.families = families;
  }

  /** One line of the list. */
  public record Line(TextsToSettle.Item item, CaseView view) {}

  /** Oldest first; a family's text that its open case took is a call-back task already. */
  @Transactional(readOnly = true)
  public List<Line> open() {
    Actor actor = currentActor.get();
    var district = actor.district();
    if (!staff(actor) || district == null) {
      return List.of();
    }
    var own = groups.of(actor);
    return texts.open(district).stream()
        .flatMap(item -> newest(item.family()).map(view -> new Line(item, view)).stream())
        .filter(
            line ->
                own.contains(line.view().coordinators().text())
                    || own.contains(line.view().team().text()))
        .toList();
  }

  /** Opens the file: scope and audit. Settled by somebody else meanwhile: nothing changes. */
  @Transactional
  public void settle(UUID text, boolean arrived) {
    Actor actor = currentActor.get();
    if (!staff(actor)) {
      throw new AccessDeniedException("Texts are settled by coordinators and teams");
    }
    texts
        .find(text)
        .ifPresent(
            item -> {
              families.open(item.family(), Channel.PAGE);
              texts.settle(text, arrived, actor.id());
            });
  }

  private Optional<CaseView> newest(FamilyId family) {
    return history.ofFamily(family).stream().findFirst();
  }

  private static boolean staff(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
  }
}
