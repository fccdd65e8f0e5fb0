package org.porchlight.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Thousands of texts at once, each to a family of its own, for what is measured. */
@Component
class DueTexts {

  private static final String ID = "md5('%s' || :first + n)::uuid";

  private static final String PEOPLE =
      """
      insert into roster.family (id, district_id, created_at) select $family, :district, :now
      insert into roster.student (id, district_id, source_id, first_name, last_name) select $student, :district, 's' || :first + n, 'Ana', 'Test'
      insert into roster.family_student (student_id, family_id) select $student, $family
      insert into roster.contact (id, district_id, source_id, first_name, last_name) select $guardian, :district, 'c' || :first + n, 'Jo', 'Test'
      insert into roster.contact_link (district_id, source_key, student_id, contact_id, lives_with, legal_guardian, emergency, main) select :district, 'l' || :first + n, $student, $guardian, true, true, false, true
      insert into cases.family_case (id, family_id, district_id, proposal_id, run, state, opened_at, version) select $case, $family, :district, $proposal, 1, 'OPEN', :now, 0
      insert into cases.invitation (question_id, case_id, guardian_id, phone, language, asked_at, answer_due_at, reminders, last_round) select $question, $case, $guardian, '+1860' || :first + n, 'es', :now, :now, 0, 1
      insert into messaging.intent (id, district, phone, family, guardian, case_id, purpose, occurrence, template, language, body, not_before, expires_at, move_earlier, receipt, urgency, state, due_at, created_at) select $intent, :district, '+1860' || :first + n, $family, $guardian, $case, 'cases.invitation', $question::text, 'cases.invitation', 'es', 'Hola de parte de Brookfield Family Visits, en Elm Street School. Ana y Jo quisieran pasar a saludar y conocerlos. Respondan SI o NO.', :now, cast(:now as timestamptz) + interval '3 days', false, false, 3, 'WAITING', cast(:now as timestamptz) + interval '1 day', :now
      """;

  private final Districts districts;
  private final JdbcClient jdbc;
  private final Clock clock;

  DueTexts(Districts districts, JdbcClient jdbc, Clock clock) {
    this.districts = districts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Families of the roster with open cases, each with an invitation that waits for tomorrow.
   *
   * @param first the texts' numbers are those after it, of seven digits
   */
  DistrictId add(int texts, int first) {
    DistrictId district = districts.add("Brookfield", ZoneId.of("America/New_York"), "CT");
    // Ids by number, so that each table finds the others' rows.
    Pattern.compile("\\$(\\w+)")
        .matcher(PEOPLE)
        .replaceAll(name -> Matcher.quoteReplacement(ID.formatted(name.group(1))))
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                jdbc.sql(
                        line
                            + " from generate_series(1, :texts) n where cast(:first as int) > 0 and cast(:district as uuid) is not null and cast(:now as timestamptz) is not null")
                    .param("texts", texts)
                    .param("first", first)
                    .param("district", district.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update());
    return district;
  }

  /** How many have not come to an end. */
  int left(DistrictId district) {
    return jdbc.sql(
            """
            select count(*) from messaging.intent
            where district = :district and state in ('WAITING', 'SENDING')
            """)
        .param("district", district.value())
        .query(Integer.class)
        .single();
  }

  void assertEachSentOnce(DistrictId district, int texts) {
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct p.number) || ' ' || count(*) from messaging.intent i
                    join simulator.phone p on p.number = i.phone join simulator.message m on m.phone = p.id
                    where i.district = :district and i.state = 'SENT'
                    """)
                .param("district", district.value())
                .query(String.class)
                .single())
        .isEqualTo(texts + " " + texts);
  }
}
