package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseHistory;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** What happened in a case, as the family's page shows it. */
@Component
class TimelineLines {

  /** Facts that are somebody's own words; the others are codes. */
  private static final Set<String> WRITTEN =
      Set.of(
          "note",
          "whoKnows",
          "strengths",
          "hopes",
          "learned",
          "barrierWords",
          "achieved",
          "remember",
          "exceptions",
          "placeNote",
          "handedOn");

  private final Users users;

  TimelineLines(Users users) {
    this.users = users;
  }

  List<Happened> of(List<CaseHistory.Entry> entries, ZoneId zone) {
    return entries.stream().map(each -> happened(each, zone)).toList();
  }

  private Happened happened(CaseHistory.Entry entry, ZoneId zone) {
    return new Happened(
        Objects.requireNonNull(Times.moment(entry.at(), zone)),
        entry.kind(),
        name(entry.by()),
        fact(entry, "closingReason"),
        entry.facts().entrySet().stream()
            .filter(fact -> WRITTEN.contains(fact.getKey()))
            .map(fact -> fact.getValue())
            .filter(fact -> fact instanceof String text && !text.isBlank())
            .map(Object::toString)
            .toList(),
        fact(entry, "log"),
        fact(entry, "barrierCode"),
        fact(entry, "task"));
  }

  private static @Nullable String fact(CaseHistory.Entry entry, String name) {
    return entry.facts().get(name) instanceof String text ? text : null;
  }

  private @Nullable String name(@Nullable UserId user) {
    return user == null ? null : users.find(user).map(Actor::displayName).orElse(null);
  }

  /**
   * @param closing why the team closed the case: message key {@code timeline.closing.<closing>}
   * @param words what people wrote
   * @param note the visit note that it is about
   * @param barrier what makes school hard: message key {@code families.barrier.<barrier>}
   * @param task the one that it is about: message key {@code work.task.<task>}
   */
  public record Happened(
      String at,
      String kind,
      @Nullable String by,
      @Nullable String closing,
      List<String> words,
      @Nullable String note,
      @Nullable String barrier,
      @Nullable String task) {}
}
