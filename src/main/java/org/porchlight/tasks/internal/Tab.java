package org.porchlight.tasks.internal;

import java.util.Locale;
import java.util.Optional;

/** A view of the queue. */
public enum Tab {
  /** Taken on by me, or addressed to me as a visitor and taken on by nobody. */
  MINE("(c.assignee = :me or (c.assignee is null and :mine = any (t.groups)))"),
  /** Everything of my groups. */
  TEAM("true"),
  /** Of these, past the due date. */
  OVERDUE("t.due < :now");

  private final String condition;

  Tab(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  /** As in an address: {@code mine}, {@code team}, {@code overdue}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Tab> of(String code) {
    for (Tab tab : values()) {
      if (tab.code().equals(code)) {
        return Optional.of(tab);
      }
    }
    return Optional.empty();
  }
}
