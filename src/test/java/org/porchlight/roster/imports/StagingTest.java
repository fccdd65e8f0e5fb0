package org.porchlight.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class StagingTest {

  private int batches;

  /** Takes batches and keeps nothing. */
  private final JdbcTemplate nowhere =
      new JdbcTemplate() {
        @Override
        public <T> @Nullable T execute(ConnectionCallback<T> action) {
          batches++;
          return null;
        }

        @Override
        public int[] batchUpdate(String sql, List<? extends Object[]> rows) {
          return new int[0];
        }
      };

  @Test
  void shouldHoldNoMoreThanABatchHoweverManyRowsCome() {
    Staging staging =
        new Staging(
            java.util.UUID.randomUUID(), nowhere, JsonMapper.builder().build(), new Ignoring());
    for (int row = 1; row <= 300_000; row++) {
      staging.accept(new SourceRow(1, row), new Records.School("s" + row, "School"));
    }
    staging.flush();
    assertThat(staging.largestBatch()).isLessThanOrEqualTo(Staging.BATCH);
    assertThat(batches).isEqualTo(300_000 / Staging.BATCH);
  }

  @Test
  void shouldRememberKindsOfWhichARowHasNoKey() {
    Staging staging =
        new Staging(
            java.util.UUID.randomUUID(), nowhere, JsonMapper.builder().build(), new Ignoring());
    staging.quarantine(new SourceRow(1, 1), "students", null, "StudentUniqueId", Rule.REQUIRED, "");
    assertThat(staging.nameless()).containsExactly("students");
    assertThat(staging.setAsideNameless()).containsEntry("students", 1L);
  }

  private static final class Ignoring implements ErrorLog {
    @Override
    public void note(SourceRow at, String kind, String field, Rule rule, String value) {}

    @Override
    public void flush() {}
  }
}
