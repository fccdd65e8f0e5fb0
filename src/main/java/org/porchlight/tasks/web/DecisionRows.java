package org.porchlight.tasks.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.meeting.Decision;
import org.porchlight.tasks.meeting.Decisions;
import org.porchlight.tasks.meeting.ItemLine;
import org.porchlight.tasks.meeting.MeetingRoom;
import org.springframework.stereotype.Component;

/** Decisions as the pages show them. */
@Component
class DecisionRows {

  private final Decisions decisions;

  DecisionRows(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Taken in this meeting. */
  List<Row> of(MeetingRoom.Held held) {
    return decisions.of(held).stream().map(this::row).toList();
  }

  /** That the reader should see to. */
  List<Row> mine() {
    return decisions.mine().stream().map(this::row).toList();
  }

  private Row row(Decision decision) {
    FamilyId family = decision.family();
    return new Row(
        decision.id(),
        decision.meeting(),
        decision.subject(),
        decision.words(),
        decisions.owner(decision),
        Times.day(decision.due()),
        decisions.late(decision),
        decision.state().name(),
        decision.settledWords(),
        family == null || !decisions.mayName(family) ? null : family.value(),
        family == null ? "" : ItemLine.reference(family));
  }

  /**
   * @param reference stands for the family on paper
   */
  public record Row(
      UUID id,
      UUID meeting,
      @Nullable UUID subject,
      String words,
      String owner,
      String due,
      boolean late,
      String state,
      @Nullable String went,
      @Nullable UUID family,
      String reference) {}
}
