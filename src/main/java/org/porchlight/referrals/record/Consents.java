package org.porchlight.referrals.record;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What families agreed to share, as it was read to them. */
@Component
public class Consents {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Shareable shareable;

  Consents(JdbcClient jdbc, JsonMapper json, Shareable shareable) {
    this.jdbc = jdbc;
    this.json = json;
    this.shareable = shareable;
  }

  /**
   * A consent as it is on record. Holds names: for pages only.
   *
   * @param facts what may be shared, in order
   */
  public record Given(
      String signer,
      Consent.How how,
      LocalDate signedOn,
      @Nullable UserId witness,
      UserId recordedBy,
      Instant recordedAt,
      String recipient,
      @Nullable String organization,
      Map<SharedFact, String> facts,
      @Nullable Instant withdrawnAt) {}

  ConsentSheet sheet(Referral referral) {
    return shareable.of(referral);
  }

  void keep(Referral referral, Consent consent) {
    ConsentSheet sheet = shareable.of(referral);
    ConsentSheet.Signer signer =
        sheet.signers().stream()
            .filter(each -> each.id().equals(consent.signer()))
            .findFirst()
            .orElseThrow(() -> ReferralRefused.signerUnknown(referral.id()));
    UserId witness = consent.witness();
    if (consent.how() == Consent.How.PHONE
        && (witness == null || witness.equals(consent.recordedBy()))) {
      throw ReferralRefused.witnessMissing(referral.id());
    }
    jdbc.sql(
            """
            insert into referrals.consent (referral_id, signer, signer_name, how, signed_on, witness,
              recorded_by, recorded_at, recipient, organization, facts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
            """)
        .param(referral.id())
        .param(signer.id())
        .param(signer.name())
        .param(consent.how().name())
        .param(Date.valueOf(consent.signedOn()))
        .param(witness == null ? null : witness.value())
        .param(consent.recordedBy().value())
        .param(Timestamp.from(consent.recordedAt()))
        .param(sheet.recipient())
        .param(sheet.organization())
        .param(json.writeValueAsString(agreed(referral, consent, signer)))
        .update();
  }

  private static Map<SharedFact, String> agreed(
      Referral referral, Consent consent, ConsentSheet.Signer signer) {
    if (!consent.facts().contains(SharedFact.FIRST_NAME)
        || !consent.facts().contains(SharedFact.PHONE)) {
      throw ReferralRefused.nothingShared(referral.id());
    }
    Map<SharedFact, String> agreed = new LinkedHashMap<>();
    for (SharedFact fact : SharedFact.values()) {
      if (consent.facts().contains(fact)) {
        String value =
            switch (fact) {
              case BEST_TIME -> consent.bestTime();
              case WORDS -> consent.words();
              default -> signer.facts().get(fact);
            };
        if (value == null || value.isBlank()) {
          throw ReferralRefused.factUnknown(referral.id(), fact);
        }
        agreed.put(fact, value.strip());
      }
    }
    return agreed;
  }

  /** The students whom a disclosure of the referral is about. */
  public List<StudentId> students(Referral referral) {
    UUID signer =
        jdbc.sql("select signer from referrals.consent where referral_id = ?")
            .param(referral.id())
            .query(UUID.class)
            .optional()
            .orElse(null);
    return shareable.students(referral, signer);
  }

  /** Whether somebody agreed, and has not taken it back. */
  public boolean given(UUID referral) {
    return of(referral).filter(each -> each.withdrawnAt() == null).isPresent();
  }

  /** On record, withdrawn ones too. */
  public Optional<Given> of(UUID referral) {
    return jdbc.sql("select * from referrals.consent where referral_id = ?")
        .param(referral)
        .query(
            (row, number) -> {
              UUID witness = row.getObject("witness", UUID.class);
              Timestamp withdrawn = row.getTimestamp("withdrawn_at");
              return new Given(
                  row.getString("signer_name"),
                  Consent.How.valueOf(row.getString("how")),
                  row.getDate("signed_on").toLocalDate(),
                  witness == null ? null : new UserId(witness),
                  new UserId(row.getObject("recorded_by", UUID.class)),
                  row.getTimestamp("recorded_at").toInstant(),
                  row.getString("recipient"),
                  row.getString("organization"),
                  json.readValue(
                      row.getString("facts"), new TypeReference<Map<SharedFact, String>>() {}),
                  withdrawn == null ? null : withdrawn.toInstant());
            })
        .optional();
  }

  /** False where there is none, or it was withdrawn before. */
  boolean withdraw(UUID referral, @Nullable UserId by, Instant at) {
    return jdbc.sql(
                """
                update referrals.consent set withdrawn_at = ?, withdrawn_by = ?
                where referral_id = ? and withdrawn_at is null
                """)
            .param(Timestamp.from(at))
            .param(by == null ? null : by.value())
            .param(referral)
            .update()
        == 1;
  }
}
