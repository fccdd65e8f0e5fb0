package org.porchlight.referrals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.porchlight.cases.CaseWalk;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.Answer;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralRefused;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.testing.ProcessClock;
import org.springframework.stereotype.Component;

/**
 * Partners, owners, teams and families that do as they like about barriers, and often nothing. The
 * same number makes the same people.
 */
@Component
class InventedPeople {

  private static final double BUSY = 0.3;
  private static final double FAMILY_LEAVES = 0.002;
  private static final double TOLD_AGAIN = 0.01;
  private static final double SOMEBODY_STEPS_IN = 0.15;
  private static final double CONSENT_WITHDRAWN = 0.03;
  private static final double PARTNER_SAYS = 0.4;
  private static final double FAMILY_SAYS = 0.3;

  private final HelpWalk walk;
  private final CaseWalk cases;
  private final Referrals referrals;
  private final Submissions submissions;
  private final ProcessClock time;

  InventedPeople(
      HelpWalk walk,
      CaseWalk cases,
      Referrals referrals,
      Submissions submissions,
      ProcessClock time) {
    this.walk = walk;
    this.cases = cases;
    this.referrals = referrals;
    this.submissions = submissions;
    this.time = time;
  }

  Lives begin(Random random) {
    return new Lives(random);
  }

  /** One run of theirs. */
  final class Lives {

    private final Random random;
    private final Map<UUID, Double> diligence = new HashMap<>();
    private final TreeMap<String, Integer> acts = new TreeMap<>();

    private Lives(Random random) {
      this.random = random;
    }

    /** What they did, and how often. */
    Map<String, Integer> acts() {
      return acts;
    }

    /** Every fifth has an owner who never does anything. */
    void meet(Told told, int number) {
      diligence.put(told.barrier(), number % 5 == 0 ? 0.0 : random.nextDouble(0.05, 0.8));
    }

    /** At most one of them does something about it. */
    void live(Told told) {
      if (!walk.barrier(told).open() || random.nextDouble() < BUSY) {
        return;
      }
      if (random.nextDouble() < FAMILY_LEAVES) {
        cases.leave(told.about());
        did("family left");
        return;
      }
      if (random.nextDouble() < TOLD_AGAIN) {
        walk.tellAgain(told);
        did("told again");
      }
      List<String> places = walk.places(told);
      if (places.contains("userTask_StepIn") && random.nextDouble() < SOMEBODY_STEPS_IN) {
        stepIn(told);
      } else if (places.contains("gateway_AwaitPartner")) {
        partner(told);
      } else if (places.contains("gateway_AwaitWord")) {
        family(told);
      } else if (random.nextDouble() < diligence.get(told.barrier())) {
        owner(told, places);
      } else if (places.contains("userTask_AskByPhone")) {
        family(told);
      }
    }

    private void owner(Told told, List<String> places) {
      if (places.contains("userTask_ChooseHelp")) {
        String choice =
            oneOf("RESOURCE", "RESOURCE", "CARRIES", "ACTION", "ASK", "GIVEN", "NOT_NEEDED");
        act(told, "userTask_ChooseHelp", walk.choice(told, choice));
      } else if (places.contains("userTask_RecordConsent")) {
        String answer = oneOf("GIVEN", "GIVEN", "CARRIES", "REFUSED");
        walk.consent(told, answer);
        did("consent " + answer);
      } else if (places.contains("userTask_SchoolAction")) {
        String outcome = oneOf("DONE", "DONE", "CANNOT");
        act(told, "userTask_SchoolAction", Map.of("outcome", outcome, "done", "Saw to it"));
      } else if (places.contains("userTask_AskByPhone")) {
        String helped = oneOf("YES", "PARTLY", "NO", "NOT_REACHED");
        act(told, "userTask_AskByPhone", Map.of("helped", helped));
      }
    }

    private void stepIn(Told told) {
      act(
          told,
          "userTask_StepIn",
          switch (oneOf("HAND_BACK", "TAKE_ON", "ASK", "RESOURCE", "CLOSE")) {
            case "CLOSE" ->
                Map.of("decision", "CLOSE", "reason", "NO_RESOURCE", "words", "Nothing there");
            case "ASK" -> Map.of("decision", "NEXT_STEP", "step", "ASK");
            case "RESOURCE" -> Map.of("decision", "NEXT_STEP", "step", "RESOURCE:" + told.pantry());
            case "TAKE_ON" -> Map.of("decision", "TAKE_ON");
            default -> Map.of("decision", "HAND_BACK");
          });
    }

    private void partner(Told told) {
      double dice = random.nextDouble();
      Referral referral = walk.referral(told);
      if (dice < CONSENT_WITHDRAWN) {
        referrals.cancel(referral.id(), CancelReason.CONSENT_WITHDRAWN, null, time.now());
        did("consent withdrawn");
      } else if (dice < PARTNER_SAYS) {
        PartnerAnswer answer = oneOf(PartnerAnswer.values());
        try {
          walk.partnerSays(told, answer);
          did("partner " + answer);
        } catch (ReferralRefused refused) {
          did("partner could not say that");
        }
      }
    }

    private void family(Told told) {
      if (random.nextDouble() < FAMILY_SAYS && walk.asked(told)) {
        Answer answer = oneOf(Answer.YES, Answer.SECOND, Answer.NO, Answer.CALL_ME);
        walk.familyAnswers(told, answer);
        did("family " + answer);
      }
    }

    private void act(Told told, String element, Map<String, Object> data) {
      long task = walk.awaitTask(told, element);
      try {
        submissions.submit(task, told.coordinator(), data);
      } catch (InvalidSubmission notSuggested) {
        submissions.submit(task, told.coordinator(), instead(element, data));
      }
      did("form " + element.replace("userTask_", ""));
    }

    /** What was not among the suggestions. */
    private Map<String, Object> instead(String element, Map<String, Object> data) {
      if (element.equals("userTask_StepIn")) {
        return Map.of("decision", "TAKE_ON");
      }
      Map<String, Object> searched = new HashMap<>(data);
      searched.put("other", searched.remove("resource"));
      return searched;
    }

    private void did(String what) {
      acts.merge(what, 1, Integer::sum);
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
      return all[random.nextInt(all.length)];
    }
  }
}
