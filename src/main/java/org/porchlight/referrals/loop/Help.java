package org.porchlight.referrals.loop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode.Kind;
import org.porchlight.referrals.SchoolRole;

/**
 * How far the help for one barrier has come.
 *
 * @param run of its process
 * @param phase what comes first when the process begins, or begins anew
 * @param role whose action it is, at school
 * @param referral the try that is under way, also while the family goes there itself
 * @param newsHeard how much of what its partner said was heard
 * @param withTeam the attendance team chooses, not the coordinators
 * @param watchAt when somebody above looks, unless it moves before
 * @param stepIn what the people above were asked, while they have not answered
 * @param version of the row: who changes an older one has to look again
 */
public record Help(
    UUID barrier,
    int run,
    Kind kind,
    boolean urgent,
    Phase phase,
    @Nullable SchoolRole role,
    @Nullable UUID referral,
    int newsHeard,
    boolean withTeam,
    int level,
    Instant watchAt,
    @Nullable UUID stepIn,
    Instant startedAt,
    @Nullable Instant endedAt,
    int version) {

  /** Where the process begins. */
  public enum Phase {
    CHOOSE("choose"),
    ACTION("action"),
    CONSENT("consent"),
    ASK("ask");

    private final String code;

    Phase(String code) {
      this.code = code;
    }

    /** As the process knows it. */
    public String code() {
      return code;
    }
  }

  public boolean ended() {
    return endedAt != null;
  }

  public Help phase(Phase next) {
    return with(next, role, referral, newsHeard, withTeam, level, watchAt, stepIn);
  }

  public Help role(SchoolRole next) {
    return with(phase, next, referral, newsHeard, withTeam, level, watchAt, stepIn);
  }

  /** Another try, or none: nothing of its partner was heard. */
  public Help tries(@Nullable UUID next) {
    return with(phase, role, next, 0, withTeam, level, watchAt, stepIn);
  }

  public Help heard(int news) {
    return with(phase, role, referral, news, withTeam, level, watchAt, stepIn);
  }

  public Help takenByTeam() {
    return with(phase, role, referral, newsHeard, true, level, watchAt, stepIn);
  }

  public Help stands(int newLevel, Instant until, @Nullable UUID asked) {
    return with(phase, role, referral, newsHeard, withTeam, newLevel, until, asked);
  }

  private Help with(
      Phase newPhase,
      @Nullable SchoolRole newRole,
      @Nullable UUID newReferral,
      int heard,
      boolean team,
      int newLevel,
      Instant until,
      @Nullable UUID asked) {
    return new Help(
        barrier,
        run,
        kind,
        urgent,
        newPhase,
        newRole,
        newReferral,
        heard,
        team,
        newLevel,
        until,
        asked,
        startedAt,
        endedAt,
        version);
  }
}
