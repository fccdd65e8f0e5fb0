package org.porchlight.referrals.directory;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads resources from their table. */
@Component
class ResourceRow {

  private final ObjectMapper json;

  ResourceRow(ObjectMapper json) {
    this.json = json;
  }

  Resource read(ResultSet row, int number) throws SQLException {
    Timestamp verified = row.getTimestamp("verified_at");
    UUID verifiedBy = row.getObject("verified_by", UUID.class);
    return new Resource(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("organization"),
        row.getString("description"),
        row.getString("url"),
        row.getString("email"),
        row.getString("status"),
        row.getString("fees"),
        row.getString("eligibility"),
        row.getString("application"),
        row.getString("interpretation"),
        row.getString("alert"),
        row.getBigDecimal("minimum_age"),
        row.getBigDecimal("maximum_age"),
        row.getBigDecimal("available"),
        day(row.getDate("available_on")),
        texts(row.getArray("languages")),
        texts(row.getArray("terms")),
        texts(row.getArray("areas")),
        texts(row.getArray("documents")),
        json.readValue(row.getString("phones"), new TypeReference<List<Resource.Phone>>() {}),
        json.readValue(row.getString("places"), new TypeReference<List<Resource.Place>>() {}),
        json.readValue(row.getString("hours"), new TypeReference<List<Resource.Hours>>() {}),
        needs(row.getArray("needs")),
        needs(row.getArray("needs_guessed")),
        day(row.getDate("assured_on")),
        verified == null ? null : verified.toInstant(),
        verifiedBy == null ? null : new UserId(verifiedBy),
        row.getTimestamp("removed_at") != null,
        row.getBoolean("own"),
        row.getBoolean("prefers_texts"));
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Set<Need> needs(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(Need::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
