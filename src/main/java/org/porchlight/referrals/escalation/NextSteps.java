package org.porchlight.referrals.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.cases.BarrierCode.Kind;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.choosing.Options;
import org.porchlight.referrals.loop.HelpWords;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.record.Match;
import org.porchlight.referrals.record.Referrals;
import org.springframework.stereotype.Component;

/** Three things that somebody above could do next about what has stood still. */
@Component
class NextSteps {

  static final String RESOURCE = "RESOURCE";
  static final String ACTION = "ACTION";
  static final String ASK = "ASK";

  private static final int THREE = 3;

  private final Referrals referrals;
  private final Options options;
  private final HelpWords words;

  NextSteps(Referrals referrals, Options options, HelpWords words) {
    this.referrals = referrals;
    this.options = options;
    this.words = words;
  }

  /** Resources that were not tried, people at school who were not asked, the family itself. */
  List<Map<String, String>> of(TakenOn taken) {
    List<Map<String, String>> steps = new ArrayList<>();
    if (taken.help().kind() == Kind.COMMUNITY) {
      untried(taken).stream().limit(THREE - 1).forEach(match -> steps.add(resource(match)));
    }
    SchoolRole usual = SchoolRole.of(taken.barrier().code());
    for (SchoolRole role : List.of(usual, SchoolRole.SOCIAL_WORKER, SchoolRole.PRINCIPAL)) {
      boolean named =
          steps.stream().anyMatch(each -> (ACTION + ":" + role.code()).equals(each.get("value")));
      if (steps.size() < THREE - 1 && !named && role != taken.help().role()) {
        steps.add(action(role));
      }
    }
    steps.add(Options.option(ASK, words.text("help.next.ask")));
    return steps;
  }

  private List<Match> untried(TakenOn taken) {
    Set<UUID> tried = options.tried(taken);
    return referrals.match(taken.barrier().id()).stream()
        .filter(match -> !tried.contains(match.resource().id()))
        .toList();
  }

  private Map<String, String> resource(Match match) {
    return Options.option(
        RESOURCE + ":" + match.resource().id(),
        words.text("help.next.resource", options.label(match, Set.of())));
  }

  private Map<String, String> action(SchoolRole role) {
    return Options.option(
        ACTION + ":" + role.code(), words.text("help.next.action", words.role(role)));
  }
}
