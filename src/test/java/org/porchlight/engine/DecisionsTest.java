package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision tables, on the broker and beside it: both say the same. */
@PorchlightTest
class DecisionsTest {

  @Autowired Decisions decisions;
  @Autowired CamundaClient client;

  @Test
  void shouldSayWhoIsOfferedVisits() throws Exception {
    assertThat(eligibility("schoolYear", "DISTRICT_WIDE")).containsExactly(10L, "thisYear", false);
    assertThat(eligibility("schoolYear", "GROUP")).containsExactly(10L, "thisYear", false);
    assertThat(eligibility("schoolYear", "TRANSITION_GRADES"))
        .containsExactly(5L, "thisYear", false);
    assertThat(eligibility("summer", "SCHOOLS")).containsExactly(10L, "lastYear", true);
    assertThat(eligibility("summer", "TRANSITION_GRADES")).containsExactly(5L, "lastYear", true);
  }

  @Test
  void shouldCallAfterAVisitAndVisitAgainWhenItsTimeHasCome() throws Exception {
    assertThat(cadence("notAsked", false, 1, "visit", 0)).containsExactly("call", 3L);
    assertThat(cadence("notAsked", false, 1, "call", 4)).containsExactly("call", 14L);
    assertThat(cadence("notAsked", false, 1, "call", 18)).containsExactly("visit", 12L);
    assertThat(cadence("yes", false, 2, "call", 60)).containsExactly("visit", 0L);
    assertThat(cadence("yes", false, 3, "visit", 0)).containsExactly("call", 3L);
  }

  @Test
  void shouldOfferClosingNeverBeforeTheSecondVisit() throws Exception {
    assertThat(cadence("yes", true, 1, "call", 18)).containsExactly("visit", 12L);
    assertThat(cadence("yes", true, 2, "call", 18)).containsExactly("review", 0L);
  }

  @Test
  void shouldStopWhenTheFamilyWantsNoMore() throws Exception {
    assertThat(cadence("no", false, 1, "visit", 0)).containsExactly("review", 0L);
  }

  @Test
  void shouldCallAFamilyThatTakesCallsOnly() throws Exception {
    Map<String, Object> inputs = contact("yes", false, 1, "call", 30);
    inputs.put("callsOnly", true);
    assertThat(both("visit-cadence", inputs)).containsExactly("call", 14L);
  }

  @Test
  void shouldCallAFamilyThatNobodyHasVisitedYet() throws Exception {
    assertThat(cadence("yes", false, 0, "call", 0)).containsExactly("call", 14L);
  }

  @Test
  void shouldAskTheTeamWhereTheFamilyWasNotReached() throws Exception {
    Map<String, Object> inputs = contact("yes", false, 1, "call", 30);
    inputs.put("reached", false);
    assertThat(both("visit-cadence", inputs)).containsExactly("review", 0L);
  }

  @Test
  void shouldGiveLessTimeToWhatCannotWaitAndMoreToThoseWhoHaveItInHand() throws Exception {
    assertThat(escalation("owner", "community", true, 0)).containsExactly(1L, "team");
    assertThat(escalation("owner", "community", true, 2)).containsExactly(4L, "district");
    assertThat(escalation("partner", "community", true, 0)).containsExactly(4L, "owner");
    assertThat(escalation("owner", "community", false, 0)).containsExactly(16L, "team");
    assertThat(escalation("owner", "school", false, 0)).containsExactly(24L, "team");
    assertThat(escalation("owner", "technology", false, 1)).containsExactly(24L, "district");
    assertThat(escalation("owner", "community", false, 3)).containsExactly(40L, "district");
    assertThat(escalation("partner", "community", false, 0)).containsExactly(40L, "owner");
    assertThat(escalation("progress", "community", false, 0)).containsExactly(80L, "owner");
    assertThat(escalation("familyActs", "community", false, 0)).containsExactly(40L, "owner");
    assertThat(escalation("familyAnswers", "school", false, 0)).containsExactly(16L, "owner");
  }

  private List<Object> escalation(String waitsFor, String kind, boolean urgent, int level)
      throws Exception {
    return both(
        "escalation", Map.of("waitsFor", waitsFor, "kind", kind, "urgent", urgent, "level", level));
  }

  private List<Object> eligibility(String season, String approach) throws Exception {
    return both(
        "eligibility",
        Map.of("season", season, "approach", approach, "atRiskPercent", 5, "fromPercent", 10));
  }

  private List<Object> cadence(
      String wantsMore, boolean recovered, int visitsDone, String lastContact, int days)
      throws Exception {
    return both("visit-cadence", contact(wantsMore, recovered, visitsDone, lastContact, days));
  }

  /** After a contact at which the family was reached and takes visits. */
  private static Map<String, Object> contact(
      String wantsMore, boolean recovered, int visitsDone, String lastContact, int days) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("wantsMore", wantsMore);
    inputs.put("recovered", recovered);
    inputs.put("visitsDone", visitsDone);
    inputs.put("lastContact", lastContact);
    inputs.put("daysSinceVisit", days);
    inputs.put("callsOnly", false);
    inputs.put("reached", true);
    inputs.put("visitToCallSchoolDays", 3);
    inputs.put("callToCallDays", 14);
    inputs.put("visitToVisitDays", 30);
    return inputs;
  }

  private List<Object> both(String decision, Map<String, Object> inputs) throws Exception {
    Map<String, Object> here = decisions.evaluate(decision, inputs);
    String there =
        client
            .newEvaluateDecisionCommand()
            .decisionId(decision)
            .variables(inputs)
            .send()
            .join()
            .getDecisionOutput();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.valueToTree(here).toString()).isEqualTo(sorted(json, there, here).toString());
    return List.copyOf(here.values());
  }

  private static com.fasterxml.jackson.databind.JsonNode sorted(
      ObjectMapper json, String there, Map<String, Object> like) throws Exception {
    var sorted = json.createObjectNode();
    var read = json.readTree(there);
    like.keySet().forEach(name -> sorted.set(name, read.get(name)));
    return sorted;
  }
}
