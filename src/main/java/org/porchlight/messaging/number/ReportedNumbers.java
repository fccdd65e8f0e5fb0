package org.porchlight.messaging.number;

import java.sql.Timestamp;
import java.time.Clock;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ReportedNumbers implements WrongNumbers {

  private final JdbcClient jdbc;
  private final Clock clock;

  ReportedNumbers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void report(PhoneNumber phone, FamilyId family) {
    jdbc.sql(
            """
            insert into messaging.wrong_number (phone, family, at) values (:phone, :family, :now)
            on conflict (phone, family) do nothing
            """)
        .param("phone", phone.e164())
        .param("family", family.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public void correct(PhoneNumber phone, FamilyId family) {
    jdbc.sql("delete from messaging.wrong_number where phone = :phone and family = :family")
        .param("phone", phone.e164())
        .param("family", family.value())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean reported(PhoneNumber phone, FamilyId family) {
    return jdbc.sql(
            """
            select exists (select from messaging.wrong_number
              where phone = :phone and family = :family)
            """)
        .param("phone", phone.e164())
        .param("family", family.value())
        .query(Boolean.class)
        .single();
  }
}
