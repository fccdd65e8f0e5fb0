package org.porchlight.visits.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Takes what a log says makes school hard to the family's case. */
@Component
class BarriersOfLogs {

  private final Barriers barriers;

  BarriersOfLogs(Barriers barriers) {
    this.barriers = barriers;
  }

  void tell(CaseId id, UUID submission, Map<String, Object> log, UserId by, Instant at) {
    ToldAtVisit.of(log).forEach(one -> tell(id, submission, 1, one, by, at));
  }

  /** What the log says only now is told; what it says no longer is taken back. */
  void amend(
      CaseId id, WrittenLogs.Written before, Map<String, Object> now, UserId by, Instant at) {
    List<ToldAtVisit> then = ToldAtVisit.of(before.text().answers());
    List<ToldAtVisit> told = ToldAtVisit.of(now);
    int version = before.text().version();
    then.stream()
        .filter(one -> told.stream().noneMatch(one::same))
        .forEach(one -> takeBack(id, before.submission(), version, one, by, at));
    told.stream()
        .filter(one -> then.stream().noneMatch(one::same))
        .forEach(one -> tell(id, before.submission(), version + 1, one, by, at));
  }

  private void tell(
      CaseId id, UUID submission, int version, ToldAtVisit one, UserId by, Instant at) {
    barriers.tell(
        new Telling(
            id,
            one.code(),
            Source.LOG,
            key(submission, version, one),
            null,
            by,
            at,
            one.words(),
            one.settled(),
            one.given()));
  }

  /** It was told by the log as it was first written, or by an amendment since. */
  private void takeBack(
      CaseId id, UUID submission, int version, ToldAtVisit one, UserId by, Instant at) {
    for (int each = 1; each <= version; each++) {
      barriers.takeBack(id, key(submission, each, one), by, at);
    }
  }

  private static String key(UUID submission, int version, ToldAtVisit one) {
    return "log:" + submission + ":" + version + ":" + one.code();
  }
}
