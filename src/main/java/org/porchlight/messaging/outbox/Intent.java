package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;

/** A text that should go out, as it stands in the outbox. */
public record Intent(
    UUID id,
    DistrictId district,
    PhoneNumber phone,
    Recipient recipient,
    @Nullable CaseId caseId,
    String purpose,
    String occurrence,
    String template,
    String language,
    String body,
    Instant expiresAt,
    boolean receipt,
    Urgency urgency,
    int tries) {

  static final String OPT_OUT_CONFIRMATION = "messaging.optOutConfirmation";
  static final String WRONG_NUMBER_RECEIPT = "messaging.wrongNumberReceipt";

  static Intent read(ResultSet row, int number) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return new Intent(
        row.getObject("id", UUID.class),
        new DistrictId(row.getObject("district", UUID.class)),
        new PhoneNumber(row.getString("phone")),
        Recipients.read(row),
        caseId == null ? null : new CaseId(caseId),
        row.getString("purpose"),
        row.getString("occurrence"),
        row.getString("template"),
        row.getString("language"),
        row.getString("body"),
        row.getTimestamp("expires_at").toInstant(),
        row.getBoolean("receipt"),
        Urgency.at(row.getInt("urgency")),
        row.getInt("tries"));
  }

  /** Answers what anybody may text us: how to stop, what this is. */
  public boolean ownReceipt() {
    return receipt && template.startsWith("messaging.");
  }

  public boolean optOutConfirmation() {
    return template.equals(OPT_OUT_CONFIRMATION);
  }

  /** The one text after which none about the family goes to this phone. */
  public boolean wrongNumberReceipt() {
    return template.equals(WRONG_NUMBER_RECEIPT);
  }
}
