package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

class VisitFactsTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant START = Instant.parse("2026-03-05T00:30:00Z");

  @Test
  void shouldTakeThePlanForWhatWasAsPlanned() {
    VisitFacts facts = facts(Map.of("asPlanned", true), "es");

    assertThat(facts)
        .isEqualTo(
            new VisitFacts(
                LocalDate.of(2026, 3, 4), 45, "HOME", true, "es", "IN_PERSON", List.of()));
  }

  @Test
  void shouldTakeWhatTheVisitorsSayOtherwise() {
    VisitFacts facts =
        facts(
            Map.of(
                "visitDate", "2026-03-05",
                "lengthMinutes", 20,
                "place", "SCHOOL",
                "visitorsPresent", "ONE",
                "language", "en",
                "interpreter", "MISSED"),
            null);

    assertThat(facts)
        .isEqualTo(
            new VisitFacts(
                LocalDate.of(2026, 3, 5), 20, "SCHOOL", false, "en", "MISSED", List.of()));
    assertThat(facts.interpreted()).isFalse();
  }

  @Test
  void shouldCountNoReasonThatWasToldInConfidence() {
    VisitFacts facts =
        facts(
            Map.of(
                "barriers", List.of("B_TRANSPORT", "X_OTHER"),
                "barriersHome", List.of("B_JUSTICE_FOSTER", "B_UTILITIES"),
                "barriersIdeas", List.of("M_VACATION_OK")),
            null);

    assertThat(facts.barriers()).containsExactly("B_TRANSPORT", "B_UTILITIES", "M_VACATION_OK");
  }

  @Test
  void shouldAskInEachVisitForWhatItIsFor() {
    assertThat(VisitForm.after(0).id()).isEqualTo("visit-log-first");
    assertThat(VisitForm.after(1).id()).isEqualTo("visit-log-second");
    assertThat(VisitForm.after(2).id()).isEqualTo("visit-log-later");
    assertThat(VisitForm.after(9).id()).isEqualTo("visit-log-later");
  }

  private static VisitFacts facts(Map<String, Object> log, @Nullable String language) {
    Pair pair =
        new Pair(
            CaseId.random(),
            FamilyId.random(),
            DistrictId.random(),
            UserId.random(),
            UserId.random(),
            "es",
            UUID.randomUUID(),
            START);
    Appointment visit =
        new Appointment(
            pair,
            UUID.randomUUID(),
            new AgreedTime(START, Duration.ofMinutes(45), "HOME", null),
            START);
    return VisitFacts.of(log, visit, pair, ZONE, language);
  }
}
