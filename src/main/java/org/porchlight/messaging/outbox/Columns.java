package org.porchlight.messaging.outbox;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Many rows as arrays, one a column: one statement for all of them. */
public final class Columns {

  private Columns() {}

  /**
   * @param type PostgreSQL's name for the elements' type
   */
  // Arrays may hold nulls; Spring's signature does not say so.
  @SuppressWarnings("NullAway")
  public static <T> SqlArrayValue of(
      String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
    Object[] values = new Object[rows.size()];
    int next = 0;
    for (T row : rows) {
      values[next++] = value.apply(row);
    }
    return new SqlArrayValue(type, values);
  }
}
