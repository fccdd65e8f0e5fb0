package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.engine.Submissions;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A visit note stays with the school that wrote it until the family agrees otherwise. */
@PorchlightTest
class PassedOnNotesTest {

  @Autowired private VisitLogMade made;
  @Autowired private VisitNotes notes;
  @Autowired private ApplyVisitLog applyLog;
  @Autowired private Submissions submissions;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldNotShowAnEarlierSchoolsNote() {
    // given a note, and a case that has gone to another school since
    VisitLogMade.Made visit = made.visit();
    long task = made.logTask(visit, VisitForm.FIRST);
    UUID note =
        submissions.submit(task, visit.visitor().id(), Map.of("outcome", "NO_ONE_HOME")).id();
    applyLog.apply(visit.visit(), note);
    assertThat(read(visit, note, visit.coordinator()).text().answers()).isNotEmpty();
    jdbc.sql("update cases.family_case set words_from = ? where id = ?")
        .params(Timestamp.from(clock.instant()), visit.opened().caseId().value())
        .update();

    // then its coordinator may not read it, while the district and the visitors may
    assertThatThrownBy(() -> read(visit, note, visit.coordinator()))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("has not agreed");
    Actor wide =
        people.districtWide(
            Objects.requireNonNull(visit.coordinator().district()), Role.COORDINATOR);
    assertThat(read(visit, note, wide).submission()).isEqualTo(note);
    assertThat(read(visit, note, visit.visitor()).submission()).isEqualTo(note);
  }

  private VisitNotes.Note read(VisitLogMade.Made visit, UUID note, Actor reader) {
    return notes.open(visit.opened().family(), note, reader, Locale.ENGLISH);
  }
}
