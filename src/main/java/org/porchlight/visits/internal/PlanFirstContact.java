package org.porchlight.visits.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.FirstContactPlans.Channel;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The form by which a coordinator plans the first contact and chooses two visitors. */
@Component
class PlanFirstContact implements TaskHandler {

  private final Cases cases;
  private final CaseContacts contacts;
  private final Families families;
  private final ChosenPair chosen;
  private final PlanOptions options;

  PlanFirstContact(
      Cases cases,
      CaseContacts contacts,
      Families families,
      ChosenPair chosen,
      PlanOptions options) {
    this.cases = cases;
    this.contacts = contacts;
    this.families = families;
    this.chosen = chosen;
    this.options = options;
  }

  @Override
  public String formId() {
    return PlanForm.FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    CaseView view = cases.get(new CaseId(task.subject()));
    Family family = family(view);
    Map<String, Object> values = new HashMap<>(chosen.options(view.id(), family));
    values.put("guardians", options.guardians(family));
    family.contacts().stream()
        .findFirst()
        .ifPresent(first -> values.put("guardian", first.id().toString()));
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    Family family = family(view);
    chosen.requireScope(submission.by(), family.id());
    PlanForm form = PlanForm.of(submission.data());
    Map<String, String> errors = new LinkedHashMap<>();
    UUID guardian = form.guardian();
    if (guardian != null
        && family.contacts().stream().noneMatch(one -> one.id().value().equals(guardian))) {
      errors.put("guardian", "Choose one of the family's contacts");
    }
    if (form.channel() == Channel.TEXT && contacts.textTo(view.id()).isEmpty()) {
      // Neither a language nor a number is ever guessed.
      errors.put(
          "channel",
          "Nobody in this family has both a phone that takes texts and a known written language:"
              + " choose a call, a letter or a greeting in person");
    }
    Optional<ChosenPair.Two> two = chosen.check(form.choice(), family, errors);
    if (!errors.isEmpty()) {
      throw new InvalidSubmission(errors);
    }
    cases.note(
        view.id(),
        "visits.plan:" + submission.id(),
        "visits.contactPlanned",
        submission.by(),
        submission.at(),
        facts(form, two.orElse(null)));
    return Map.of();
  }

  private static Map<String, Object> facts(PlanForm form, ChosenPair.@Nullable Two two) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("channel", form.channel().name());
    if (two != null) {
      facts.putAll(two.names());
    }
    if (form.whoKnows() != null) {
      facts.put("whoKnows", form.whoKnows());
    }
    if (form.choice().interpreterLanguage() != null) {
      facts.put("interpreterLanguage", form.choice().interpreterLanguage());
    }
    return facts;
  }

  private Family family(CaseView view) {
    return families.find(view.family()).orElseThrow();
  }
}
