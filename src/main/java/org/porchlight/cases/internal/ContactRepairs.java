package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.RepairedPhone;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people found out about reaching families. */
@Component
class ContactRepairs {

  private final JdbcClient jdbc;

  ContactRepairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      CaseId id,
      UUID submission,
      String result,
      @Nullable RepairedPhone phone,
      @Nullable String address,
      Instant at) {
    GuardianId guardian = phone == null ? null : phone.guardian();
    jdbc.sql(
            """
            insert into cases.contact_repair (submission_id, case_id, result, guardian_id, phone,
              textable, address, at)
            values (:submission, :case, :result, :guardian, :phone, :textable, :address, :at)
            on conflict (submission_id) do nothing
            """)
        .param("submission", submission)
        .param("case", id.value())
        .param("result", result)
        .param("guardian", guardian == null ? null : guardian.value())
        .param("phone", phone == null ? null : phone.phone().e164())
        .param("textable", phone != null && phone.textable())
        .param("address", address)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A person has looked already; what they found is all there is for now. */
  boolean any(CaseId id) {
    return jdbc.sql("select exists (select from cases.contact_repair where case_id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** Newest first. */
  List<RepairedPhone> phones(CaseId id) {
    return jdbc.sql(
            """
            select guardian_id, phone, textable from cases.contact_repair
            where case_id = ? and phone is not null order by at desc
            """)
        .param(id.value())
        .query(ContactRepairs::phone)
        .list();
  }

  Optional<String> address(CaseId id) {
    return jdbc.sql(
            """
            select address from cases.contact_repair
            where case_id = ? and address is not null order by at desc limit 1
            """)
        .param(id.value())
        .query(String.class)
        .optional();
  }

  private static RepairedPhone phone(ResultSet row, int number) throws SQLException {
    UUID guardian = row.getObject("guardian_id", UUID.class);
    return new RepairedPhone(
        guardian == null ? null : new GuardianId(guardian),
        new PhoneNumber(row.getString("phone")),
        row.getBoolean("textable"));
  }
}
