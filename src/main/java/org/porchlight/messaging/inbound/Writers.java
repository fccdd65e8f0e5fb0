package org.porchlight.messaging.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.messaging.request.Correspondents;
import org.porchlight.messaging.request.Correspondents.Correspondent;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may write from a phone: families share one, a visitor may be a guardian too. */
@Repository
class Writers {

  /** Whoever was last texted longer ago is hardly answering. */
  private static final Duration RECENT = Duration.ofDays(180);

  private static final String UNKNOWN_LANGUAGE = "und";

  private final JdbcClient jdbc;
  private final Correspondents correspondents;
  private final WrongNumbers wrongNumbers;
  private final Families families;
  private final Clock clock;

  Writers(
      JdbcClient jdbc,
      Correspondents correspondents,
      WrongNumbers wrongNumbers,
      Families families,
      Clock clock) {
    this.jdbc = jdbc;
    this.correspondents = correspondents;
    this.wrongNumbers = wrongNumbers;
    this.families = families;
    this.clock = clock;
  }

  /**
   * As whom the phone was texted or asked lately, the latest first, each family and each visitor
   * once; else as whom it was ever texted last. Not a family that said the number is not its own.
   */
  List<Correspondent> of(PhoneNumber phone) {
    List<Correspondent> recent =
        recent(phone).stream().filter(each -> stillTheirs(phone, each)).toList();
    return recent.isEmpty()
        ? correspondents.find(phone).filter(each -> stillTheirs(phone, each)).stream().toList()
        : recent;
  }

  private List<Correspondent> recent(PhoneNumber phone) {
    return jdbc
        .sql(
            """
            select distinct on (family, staff, partner) family, guardian, staff, partner, district, language, at from (
              select family, guardian, staff, partner, district, language, created_at as at from messaging.intent
              where phone = :phone and created_at > :since and state in ('SENDING', 'SENT', 'UNKNOWN')
              union all
              select q.family, q.guardian, q.staff, q.partner, c.district, q.language, q.opened_at
              from messaging.question q left join messaging.correspondent c on c.phone = q.phone
              where q.phone = :phone and q.opened_at > :since) said
            order by family, staff, partner, district is null, at desc
            """)
        .param("phone", phone.e164())
        .param("since", Timestamp.from(clock.instant().minus(RECENT)))
        .query(
            (row, number) -> {
              UUID district = row.getObject("district", UUID.class);
              return new Texted(
                  new Correspondent(
                      Recipients.read(row),
                      district == null ? null : new DistrictId(district),
                      row.getString("language")),
                  row.getTimestamp("at"));
            })
        .list()
        .stream()
        .sorted(Comparator.comparing(Texted::at).reversed())
        .map(Texted::as)
        .toList();
  }

  private record Texted(Correspondent as, Timestamp at) {}

  private boolean stillTheirs(PhoneNumber phone, Correspondent each) {
    return !(each.recipient() instanceof Recipient.OfFamily of)
        || !wrongNumbers.reported(phone, of.family());
  }

  /** Families of the roster that were never written to: a person has to say whether it is them. */
  List<Correspondent> onRecord(PhoneNumber phone) {
    return families.withPhone(phone).stream()
        .flatMap(family -> as(family, phone).stream())
        .filter(each -> stillTheirs(phone, each))
        .toList();
  }

  /** A family as the writer: the contact with that phone, or the first one. */
  Optional<Correspondent> as(FamilyId id, PhoneNumber phone) {
    return families
        .find(id)
        .flatMap(
            family ->
                family.guardians().stream()
                    .min(
                        Comparator.<Family.Guardian, Boolean>comparing(one -> !has(one, phone))
                            .thenComparing(Family.Guardian::order))
                    .map(
                        guardian -> {
                          String language = guardian.writtenLanguage();
                          return new Correspondent(
                              new Recipient.OfFamily(id, guardian.id()),
                              family.district(),
                              language == null ? UNKNOWN_LANGUAGE : language);
                        }));
  }

  private static boolean has(Family.Guardian guardian, PhoneNumber phone) {
    return guardian.phones().stream().anyMatch(one -> phone.equals(one.number()));
  }
}
