package org.porchlight.visits.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.FirstContactPlans.Channel;

/** What the form {@code plan-first-contact} says. */
record PlanForm(
    Channel channel, @Nullable String whoKnows, @Nullable UUID guardian, ChosenPair.Choice choice) {

  static final String FORM = "plan-first-contact";

  static PlanForm of(Map<String, Object> data) {
    String channel = FormValues.text(data, "channel");
    return new PlanForm(
        Arrays.stream(Channel.values())
            .filter(one -> one.name().equals(channel))
            .findFirst()
            .orElseThrow(() -> FormValues.wrong("channel", "Choose how to say hello")),
        FormValues.text(data, "whoKnows"),
        FormValues.id(data, "guardian"),
        ChosenPair.Choice.of(data));
  }
}
