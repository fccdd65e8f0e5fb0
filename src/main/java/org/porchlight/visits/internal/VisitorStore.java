package org.porchlight.visits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of visitors, their languages and their trainings. */
@Repository
class VisitorStore {

  private final JdbcClient jdbc;
  private final AvailabilityStore availability;

  VisitorStore(JdbcClient jdbc, AvailabilityStore availability) {
    this.jdbc = jdbc;
    this.availability = availability;
  }

  void save(NewVisitor visitor, DistrictId district) {
    PhoneNumber phone = visitor.phone();
    jdbc.sql(
            """
            insert into visits.visitor
              (user_id, district, first_name, role, kind, phone, text_language, caseload_limit, active)
            values (:user, :district, :name, :role, :kind, :phone, :language, :limit, true)
            on conflict (user_id) do update set
              district = excluded.district, first_name = excluded.first_name, role = excluded.role,
              kind = excluded.kind, phone = excluded.phone, text_language = excluded.text_language,
              caseload_limit = excluded.caseload_limit, active = true
            """)
        .param("user", visitor.user().value())
        .param("district", district.value())
        .param("name", visitor.firstName())
        .param("role", visitor.role().name())
        .param("kind", visitor.kind().name())
        .param("phone", phone == null ? null : phone.e164(), java.sql.Types.VARCHAR)
        .param("language", visitor.textLanguage())
        .param("limit", visitor.caseloadLimit())
        .update();
    jdbc.sql("delete from visits.visitor_language where user_id = :user")
        .param("user", visitor.user().value())
        .update();
    visitor
        .languages()
        .forEach(
            (language, level) ->
                jdbc.sql("insert into visits.visitor_language values (:user, :language, :level)")
                    .param("user", visitor.user().value())
                    .param("language", language)
                    .param("level", level.name())
                    .update());
  }

  void train(UserId visitor, String course, LocalDate on) {
    jdbc.sql(
            """
            insert into visits.training values (:user, :course, :on)
            on conflict (user_id, course)
            do update set completed_on = least(training.completed_on, excluded.completed_on)
            """)
        .param("user", visitor.value())
        .param("course", course)
        .param("on", on)
        .update();
  }

  void forgetTraining(UserId visitor, String course) {
    jdbc.sql("delete from visits.training where user_id = :user and course = :course")
        .param("user", visitor.value())
        .param("course", course)
        .update();
  }

  void deactivate(UserId visitor) {
    jdbc.sql("update visits.visitor set active = false where user_id = :user")
        .param("user", visitor.value())
        .update();
  }

  Optional<Visitor> find(UserId id) {
    return jdbc.sql("select * from visits.visitor where user_id = :user")
        .param("user", id.value())
        .query((row, n) -> visitor(row))
        .optional();
  }

  List<Visitor> ofDistrict(DistrictId district) {
    return jdbc.sql("select * from visits.visitor where district = :district and active")
        .param("district", district.value())
        .query((row, n) -> visitor(row))
        .list();
  }

  /** Also those who are asked no more. */
  List<Visitor> everOfDistrict(DistrictId district) {
    return jdbc.sql(
            "select * from visits.visitor where district = :district"
                + " order by active desc, first_name, user_id")
        .param("district", district.value())
        .query((row, n) -> visitor(row))
        .list();
  }

  /** Families that a visitor visits, or was asked or chosen to visit. */
  int caseload(UserId visitor) {
    return jdbc.sql(
            """
            select count(*) from visits.pair
            where (first_visitor = :user or second_visitor = :user)
              and state in ('PROPOSED', 'ASKED', 'ACCEPTED')
            """)
        .param("user", visitor.value())
        .query(Integer.class)
        .single();
  }

  /** Families at most at once, as the visitor wants it. */
  void limit(UserId visitor, int families) {
    jdbc.sql("update visits.visitor set caseload_limit = :limit where user_id = :user")
        .param("limit", families)
        .param("user", visitor.value())
        .update();
  }

  /** The family would rather see somebody else; a repeat does nothing. */
  void notWanted(FamilyId family, UserId visitor, Instant at) {
    jdbc.sql(
            """
            insert into visits.not_wanted (family, user_id, at) values (:family, :user, :at)
            on conflict (family, user_id) do nothing
            """)
        .param("family", family.value())
        .param("user", visitor.value())
        .param("at", at.atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  Set<UserId> notWantedBy(FamilyId family) {
    return jdbc
        .sql("select user_id from visits.not_wanted where family = :family")
        .param("family", family.value())
        .query((row, n) -> new UserId(row.getObject("user_id", UUID.class)))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** As {@link #caseload}, but for one family: those who visit it already have room for it. */
  int otherFamilies(UserId visitor, FamilyId but) {
    return jdbc.sql(
            """
            select count(*) from visits.pair
            where (first_visitor = :user or second_visitor = :user)
              and state in ('PROPOSED', 'ASKED', 'ACCEPTED') and family <> :but
            """)
        .param("user", visitor.value())
        .param("but", but.value())
        .query(Integer.class)
        .single();
  }

  int completedVisits(UserId visitor, FamilyId family) {
    return jdbc.sql(
            """
            select count(*) from visits.visit_log l
              join visits.appointment a on a.id = l.appointment
              join visits.pair p on p.id = a.pair
            where l.outcome = 'COMPLETED' and p.family = :family
              and (p.first_visitor = :user or p.second_visitor = :user)
            """)
        .param("user", visitor.value())
        .param("family", family.value())
        .query(Integer.class)
        .single();
  }

  private Visitor visitor(ResultSet row) throws SQLException {
    UserId user = new UserId(row.getObject("user_id", UUID.class));
    String phone = row.getString("phone");
    return new Visitor(
        user,
        new DistrictId(row.getObject("district", UUID.class)),
        row.getString("first_name"),
        VisitorRole.valueOf(row.getString("role")),
        VisitorKind.valueOf(row.getString("kind")),
        phone == null ? null : new PhoneNumber(phone),
        row.getString("text_language"),
        languages(user),
        trainings(user),
        row.getInt("caseload_limit"),
        row.getBoolean("active"),
        availability.of(user));
  }

  private Map<String, LanguageLevel> languages(UserId user) {
    Map<String, LanguageLevel> languages = new HashMap<>();
    jdbc.sql("select language, level from visits.visitor_language where user_id = :user")
        .param("user", user.value())
        .query(
            row -> {
              languages.put(row.getString(1), LanguageLevel.valueOf(row.getString(2)));
            });
    return Map.copyOf(languages);
  }

  private Map<String, LocalDate> trainings(UserId user) {
    Map<String, LocalDate> trainings = new HashMap<>();
    jdbc.sql("select course, completed_on from visits.training where user_id = :user")
        .param("user", user.value())
        .query(
            row -> {
              trainings.put(row.getString(1), row.getObject(2, LocalDate.class));
            });
    return Map.copyOf(trainings);
  }
}
