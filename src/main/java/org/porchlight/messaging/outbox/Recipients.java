package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A recipient as the columns family, guardian, staff and partner. */
public final class Recipients {

  private Recipients() {}

  public static StatementSpec bind(StatementSpec statement, Recipient recipient) {
    return switch (recipient) {
      case Recipient.OfFamily family ->
          bind(statement, family.family().value(), family.guardian().value(), null, null);
      case Recipient.OfStaff staff -> bind(statement, null, null, staff.user().value(), null);
      case Recipient.OfPartner partner -> bind(statement, null, null, null, partner.resource());
    };
  }

  public static StatementSpec bindNobody(StatementSpec statement) {
    return bind(statement, null, null, null, null);
  }

  private static StatementSpec bind(
      StatementSpec statement,
      @Nullable UUID family,
      @Nullable UUID guardian,
      @Nullable UUID staff,
      @Nullable UUID partner) {
    return statement
        .param("family", family, Types.OTHER)
        .param("guardian", guardian, Types.OTHER)
        .param("staff", staff, Types.OTHER)
        .param("partner", partner, Types.OTHER);
  }

  public static Recipient read(ResultSet row) throws SQLException {
    UUID staff = row.getObject("staff", UUID.class);
    UUID partner = row.getObject("partner", UUID.class);
    if (partner != null) {
      return new Recipient.OfPartner(partner);
    }
    return staff != null
        ? new Recipient.OfStaff(new UserId(staff))
        : new Recipient.OfFamily(
            new FamilyId(row.getObject("family", UUID.class)),
            new GuardianId(row.getObject("guardian", UUID.class)));
  }
}
