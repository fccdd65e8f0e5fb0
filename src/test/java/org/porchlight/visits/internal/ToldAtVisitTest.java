package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.BarrierCode;

class ToldAtVisitTest {

  @Test
  void shouldReadEveryListAndLeaveOutWhatNobodyCanTakeOn() {
    Map<String, Object> log =
        Map.of(
            "barriers", List.of("B_FOOD", "X_OTHER", "X_UNKNOWN"),
            "otherBarrier", "The new baby",
            "barriersSchool", List.of("N_BIAS"),
            "barriersIdeas", List.of("M_VACATION_OK", "NO_SUCH_CODE"));

    assertThat(ToldAtVisit.of(log))
        .containsExactly(
            open(BarrierCode.B_FOOD, null),
            open(BarrierCode.X_OTHER, "The new baby"),
            open(BarrierCode.N_BIAS, null),
            open(BarrierCode.M_VACATION_OK, null));
  }

  @Test
  void shouldLeaveOpenWhatWasTickedUnlessTheHelpWasEnough() {
    assertThat(told(List.of("B_FOOD"), List.of("FOOD"), null))
        .containsExactly(new ToldAtVisit(BarrierCode.B_FOOD, false, List.of("FOOD"), null));
    assertThat(told(List.of("B_FOOD"), List.of("FOOD"), "YES"))
        .containsExactly(new ToldAtVisit(BarrierCode.B_FOOD, true, List.of("FOOD"), null));
    assertThat(told(List.of("B_HOMELESS"), List.of("FOOD"), "YES"))
        .containsExactly(
            open(BarrierCode.B_HOMELESS, null),
            new ToldAtVisit(BarrierCode.B_FOOD, true, List.of("FOOD"), null));
  }

  @Test
  void shouldRecordAndBeDoneWithHelpThatNothingElseWasSaidOf() {
    assertThat(told(List.of(), List.of("COAT", "HYGIENE", "BOOKS"), null))
        .containsExactly(
            new ToldAtVisit(
                BarrierCode.B_CLOTHING_LAUNDRY, true, List.of("COAT", "HYGIENE"), null));
    assertThat(told(List.of(), List.of("COAT"), "NO"))
        .containsExactly(
            new ToldAtVisit(BarrierCode.B_CLOTHING_LAUNDRY, false, List.of("COAT"), null));
  }

  @Test
  void shouldCountABusPassForTheBusThatIsMissedWhereOnlyThatWasTold() {
    assertThat(told(List.of("B_BUS_MISSED"), List.of("BUS_PASS"), "YES"))
        .extracting(ToldAtVisit::code)
        .containsExactly(BarrierCode.B_BUS_MISSED);
    assertThat(told(List.of(), List.of("BUS_PASS"), null))
        .extracting(ToldAtVisit::code)
        .containsExactly(BarrierCode.B_TRANSPORT);
  }

  private static List<ToldAtVisit> told(
      List<String> ticked, List<String> given, @Nullable String enough) {
    return ToldAtVisit.of(
        enough == null
            ? Map.of("barriers", ticked, "helpGiven", given)
            : Map.of("barriers", ticked, "helpGiven", given, "helpSettles", enough));
  }

  private static ToldAtVisit open(BarrierCode code, @Nullable String words) {
    return new ToldAtVisit(code, false, List.of(), words);
  }
}
