package org.porchlight.referrals.choosing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.ResourceDirectory.Search;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.loop.HelpWords;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.Tries;
import org.porchlight.referrals.record.Match;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.springframework.stereotype.Component;

/** What can be chosen in the forms, in words. Pages only. */
@Component
public class Options {

  private static final int BEST = 5;
  private static final int MORE = 200;

  private final Referrals referrals;
  private final ResourceDirectory directory;
  private final Tries tries;
  private final HelpWords words;

  Options(Referrals referrals, ResourceDirectory directory, Tries tries, HelpWords words) {
    this.referrals = referrals;
    this.directory = directory;
    this.tries = tries;
    this.words = words;
  }

  public static Map<String, String> option(String value, String label) {
    return Map.of("value", value, "label", label);
  }

  List<Map<String, String>> choices(TakenOn taken) {
    List<String> codes = new ArrayList<>(List.of("RESOURCE", "CARRIES", "ACTION", "GIVEN", "ASK"));
    if (tries.open(taken.help().referral()).filter(one -> one.status().withPartner()).isPresent()) {
      codes.add("WAIT");
    }
    codes.add("NOT_NEEDED");
    return codes.stream().map(code -> option(code, words.text("help.choice." + code))).toList();
  }

  /** The best, with what speaks for and against each. */
  List<Map<String, String>> best(TakenOn taken) {
    Set<UUID> tried = tried(taken);
    return referrals.match(taken.barrier().id()).stream()
        .limit(BEST)
        .map(match -> option(match.resource().id().toString(), label(match, tried)))
        .toList();
  }

  /** The rest of the directory, by name. */
  List<Map<String, String>> others(TakenOn taken) {
    Set<String> best =
        best(taken).stream().map(each -> each.get("value")).collect(Collectors.toSet());
    return directory.search(taken.about().district(), Search.of(""), MORE).stream()
        .filter(resource -> !best.contains(resource.id().toString()))
        .map(resource -> option(resource.id().toString(), name(resource)))
        .toList();
  }

  List<Map<String, String>> roles() {
    return Arrays.stream(SchoolRole.values())
        .map(role -> option(role.code(), words.role(role)))
        .toList();
  }

  public String label(Match match, Set<UUID> tried) {
    String reasons = match.reasons().stream().map(words::reason).collect(Collectors.joining(", "));
    String name = name(match.resource());
    String label = reasons.isEmpty() ? name : name + " – " + reasons;
    return tried.contains(match.resource().id()) ? words.text("help.option.tried", label) : label;
  }

  public Set<UUID> tried(TakenOn taken) {
    Set<UUID> tried = new HashSet<>();
    for (Referral referral : referrals.of(taken.barrier().id())) {
      tried.add(referral.resource());
    }
    return tried;
  }

  private static String name(Resource resource) {
    String organization = resource.organization();
    return organization == null || organization.equals(resource.name())
        ? resource.name()
        : resource.name() + " (" + organization + ")";
  }
}
