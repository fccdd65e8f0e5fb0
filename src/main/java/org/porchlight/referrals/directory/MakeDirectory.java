package org.porchlight.referrals.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.roster.RosterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a district's directory of the rows that were imported, in the import's transaction. */
@Component
class MakeDirectory {

  private final JdbcClient jdbc;
  private final NeedWords words;
  private final Clock clock;
  private final String statement;

  MakeDirectory(JdbcClient jdbc, NeedWords words, Clock clock) {
    this.jdbc = jdbc;
    this.words = words;
    this.clock = clock;
    try {
      this.statement =
          new ClassPathResource("org/porchlight/referrals/make-directory.sql")
              .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("make-directory.sql is missing from the build", e);
    }
  }

  @EventListener
  @Transactional
  void on(RosterChanged changed) {
    UUID district = changed.district().value();
    int stale =
        jdbc.sql("delete from referrals.stale_directory where district_id = ?")
            .param(district)
            .update();
    if (stale > 0) {
      make(district);
    }
  }

  private void make(UUID district) {
    jdbc.sql(statement).param("district", district).update();
    jdbc.sql(
            """
            update referrals.resource r set removed_at = :now
            where r.district_id = :district and r.removed_at is null and not r.own and not exists (
              select from referrals.hsds_row h
              where h.district_id = :district and h.kind = 'hsds.services' and h.id = r.source_id)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("district", district)
        .update();
    jdbc.sql(
            "select id, terms, name, description from referrals.resource where district_id = ? and not own")
        .param(district)
        .query(
            (row, number) ->
                new Said(
                    row.getObject("id", UUID.class),
                    List.of((String[]) row.getArray("terms").getArray()),
                    row.getString("name"),
                    row.getString("description")))
        .list()
        .forEach(this::judge);
  }

  private record Said(UUID id, List<String> terms, String name, @Nullable String description) {}

  private void judge(Said said) {
    Set<Need> certain = words.in(said.terms());
    Set<Need> guessed =
        words.in(Stream.of(said.name(), said.description()).filter(Objects::nonNull).toList());
    guessed.removeAll(certain);
    jdbc.sql(
            "update referrals.resource set needs = :needs, needs_guessed = :guessed where id = :id")
        .param("needs", codes(certain))
        .param("guessed", codes(guessed))
        .param("id", said.id())
        .update();
  }

  private static String[] codes(Collection<Need> needs) {
    return needs.stream().map(Need::name).toArray(String[]::new);
  }
}
