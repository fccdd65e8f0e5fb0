package org.porchlight.referrals.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What partners say, each kept with the message that tells the process. */
@Component
public class PartnerNews {

  /** What the process hears where nothing reached the partner. */
  public static final String NOT_SENT = "NOT_SENT";

  private final JdbcClient jdbc;
  private final ReferralRows rows;
  private final ReferralDiary diary;
  private final ReferralMessages messages;

  PartnerNews(JdbcClient jdbc, ReferralRows rows, ReferralDiary diary, ReferralMessages messages) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.diary = diary;
    this.messages = messages;
  }

  /**
   * Keeps it, unless the referral has ended or cannot become that.
   *
   * @throws ReferralRefused then
   */
  @Transactional
  public void say(
      UUID referral,
      PartnerAnswer answer,
      @Nullable RejectReason reason,
      @Nullable String words,
      Instant at) {
    Referral now = rows.lock(referral).answered(answer, at);
    jdbc.sql(
            """
            insert into referrals.partner_news (referral_id, number, answer, reason, words, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(referral)
        .param(now.news())
        .param(answer.name())
        .param(reason == null ? null : reason.name())
        .param(words)
        .param(Timestamp.from(at))
        .update();
    diary.changed(now, "answered." + answer, "answered", null, at);
    messages.partnerAnswered(now, answer);
  }

  /** The partner has read what was shared, for the first time. */
  @Transactional
  public void opened(Referral about, Instant at) {
    diary.noteOnce(about, "opened", at);
  }

  /**
   * The link could not be sent. Where the partner has said nothing so far it knows nothing of it:
   * its process hears that in place of the partner's first word.
   */
  @Transactional
  public void notSent(UUID referral, UUID link, Instant at) {
    Referral about = rows.lock(referral);
    diary.note(about, "notSent", null, at);
    if (about.status() == ReferralStatus.REQUESTED) {
      messages.notSent(about, link);
    }
  }

  public List<News> said(UUID referral) {
    return jdbc.sql("select * from referrals.partner_news where referral_id = ? order by number")
        .param(referral)
        .query(PartnerNews::read)
        .list();
  }

  private static News read(ResultSet row, int at) throws SQLException {
    String reason = row.getString("reason");
    return new News(
        row.getInt("number"),
        PartnerAnswer.valueOf(row.getString("answer")),
        reason == null ? null : RejectReason.valueOf(reason),
        row.getString("words"),
        row.getTimestamp("at").toInstant());
  }
}
