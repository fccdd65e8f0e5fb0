package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/**
 * Something that changed on the way of a case.
 *
 * @param key makes it one: the same change is noticed once
 * @param begins the first day at the new school, where that is still to come
 */
record ChangeNotice(
    UUID id,
    CaseId caseId,
    ChangeKind kind,
    String key,
    @Nullable StudentId student,
    @Nullable SchoolId from,
    @Nullable SchoolId to,
    @Nullable LocalDate begins) {

  static ChangeNotice of(CaseId id, ChangeKind kind, String key) {
    return new ChangeNotice(UUID.randomUUID(), id, kind, key, null, null, null, null);
  }

  static ChangeNotice ofSchool(
      CaseId id, String key, StudentId student, @Nullable SchoolId from, SchoolId to) {
    return new ChangeNotice(
        UUID.randomUUID(), id, ChangeKind.SCHOOL_CHANGED, key, student, from, to, null);
  }

  static ChangeNotice handOver(
      CaseId id, StudentId student, @Nullable SchoolId from, SchoolId to, LocalDate begins) {
    return new ChangeNotice(
        UUID.randomUUID(),
        id,
        ChangeKind.HAND_OVER,
        "handOver:" + student + ":" + to + ":" + begins,
        student,
        from,
        to,
        begins);
  }
}
