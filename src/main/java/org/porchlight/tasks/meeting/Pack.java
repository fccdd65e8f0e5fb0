package org.porchlight.tasks.meeting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a meeting talks about: the ids as of the day before, and what has come since. Each thing is
 * read when it is shown, so that nobody decides by what was true yesterday.
 */
@Component
class Pack {

  private final List<PackSource> sources;
  private final JdbcClient jdbc;

  Pack(List<PackSource> sources, JdbcClient jdbc) {
    this.sources = sources.stream().sorted(Comparator.comparing(PackSource::kind)).toList();
    this.jdbc = jdbc;
  }

  /** Empty where it is gone. */
  Optional<Told> tell(PackItem item, ZoneId zone) {
    return sources.stream()
        .filter(source -> source.kind() == item.kind())
        .findFirst()
        .flatMap(source -> source.tell(item.subject(), zone));
  }

  /** Of a meeting that was moved it is put together anew. */
  void prepare(Team team, UUID meeting) {
    jdbc.sql("delete from tasks.meeting_item where meeting = ?").param(meeting).update();
    add(meeting, now(team), 0, false);
  }

  /** Adds what has come since, for good. */
  void complete(Team team, UUID meeting) {
    List<PackItem> known = kept(meeting);
    add(meeting, since(team, known), known.size(), true);
  }

  /** As kept, in the order of the meeting. */
  List<PackItem> kept(UUID meeting) {
    return jdbc
        .sql(
            "select kind, subject, late from tasks.meeting_item where meeting = ? order by position")
        .param(meeting)
        .query(
            (row, number) ->
                new PackItem(
                    ItemKind.valueOf(row.getString("kind")),
                    row.getObject("subject", UUID.class),
                    row.getBoolean("late")))
        .list()
        .stream()
        .sorted(Comparator.comparing(PackItem::kind))
        .toList();
  }

  /** With what has come since, which is not kept by this. */
  List<PackItem> live(Team team, UUID meeting) {
    List<PackItem> all = new ArrayList<>(kept(meeting));
    all.addAll(since(team, List.copyOf(all)));
    all.sort(Comparator.comparing(PackItem::kind));
    return all;
  }

  private List<PackItem> since(Team team, List<PackItem> known) {
    Set<UUID> subjects = new HashSet<>();
    known.forEach(item -> subjects.add(item.subject()));
    return now(team).stream()
        .filter(item -> !subjects.contains(item.subject()))
        .map(item -> new PackItem(item.kind(), item.subject(), true))
        .toList();
  }

  private List<PackItem> now(Team team) {
    return sources.stream()
        .flatMap(
            source ->
                source.subjects(team).stream()
                    .map(subject -> new PackItem(source.kind(), subject, false)))
        .toList();
  }

  private void add(UUID meeting, List<PackItem> items, int from, boolean late) {
    int position = from;
    for (PackItem item : items) {
      jdbc.sql(
              """
              insert into tasks.meeting_item (meeting, kind, subject, position, late)
              values (?, ?, ?, ?, ?) on conflict (meeting, kind, subject) do nothing
              """)
          .params(meeting, item.kind().name(), item.subject(), position++, late)
          .update();
    }
  }
}
