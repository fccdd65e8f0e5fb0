package org.porchlight.visits.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.messaging.Messages;
import org.porchlight.roster.ProgramLanguages;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.UnspokenLanguages;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.internal.VisitorDirectory;
import org.porchlight.visits.internal.VisitorDirectory.Entry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The visitors of a district: who they are, what they speak, how many families they take. */
@Controller
@RequestMapping("/visitors")
class VisitorsPage {

  private final VisitorDirectory visitors;
  private final UnspokenLanguages unspoken;
  private final CurrentActor current;
  private final Messages messages;

  VisitorsPage(
      VisitorDirectory visitors,
      UnspokenLanguages unspoken,
      CurrentActor current,
      Messages messages) {
    this.visitors = visitors;
    this.unspoken = unspoken;
    this.current = current;
    this.messages = messages;
  }

  @GetMapping
  String list(Model model, Locale locale) {
    model.addAttribute(
        "rows", visitors.all().stream().map(one -> VisitorRow.of(one, locale)).toList());
    model.addAttribute("others", visitors.others());
    model.addAttribute(
        "gaps",
        unspoken.of(current.get()).stream()
            .map(gap -> new Gap(VisitMoments.language(gap.language(), locale), gap.families()))
            .toList());
    return "visits/visitors";
  }

  /** From the list of accounts to the account's own form, without a query in the address. */
  @PostMapping
  String choose(@RequestParam UUID user) {
    return "redirect:/visitors/" + user;
  }

  @GetMapping("/{user}")
  String show(@PathVariable UUID user, Model model, Locale locale, RedirectAttributes flash) {
    try {
      Entry known = visitors.find(new UserId(user)).orElse(null);
      return form(user, VisitorForm.of(known), null, model, locale);
    } catch (IllegalArgumentException nobody) {
      flash.addFlashAttribute("problem", nobody.getMessage());
      return "redirect:/visitors";
    }
  }

  @PostMapping("/{user}")
  String save(
      @PathVariable UUID user,
      @ModelAttribute VisitorForm given,
      Model model,
      Locale locale,
      RedirectAttributes flash) {
    UserId id = new UserId(user);
    try {
      LocalDate trainedOn = given.trainingDay();
      visitors.save(given.visitor(id, visitors.phone(id)), trainedOn, given.asked());
    } catch (IllegalArgumentException wrong) {
      return form(user, given, wrong.getMessage(), model, locale);
    }
    if (!given.asked() && visitors.find(id).filter(known -> known.families() > 0).isPresent()) {
      return "redirect:/visitors/" + user + "/hand-over";
    }
    flash.addFlashAttribute("saved", given.firstName());
    return "redirect:/visitors";
  }

  private String form(
      UUID user, VisitorForm given, @Nullable String problem, Model model, Locale locale) {
    Actor account = visitors.account(new UserId(user));
    Entry known = visitors.find(account.id()).orElse(null);
    model.addAttribute("user", user);
    model.addAttribute("account", account.displayName());
    model.addAttribute("known", known);
    model.addAttribute("given", given);
    model.addAttribute("problem", problem);
    model.addAttribute("roles", VisitorRole.values());
    model.addAttribute("kinds", VisitorKind.values());
    model.addAttribute("levels", LanguageLevel.values());
    model.addAttribute("languages", choices(ProgramLanguages.SPOKEN, given, locale));
    model.addAttribute(
        "textLanguages",
        choices(
            ProgramLanguages.WRITTEN.stream()
                .filter(code -> messages.speaks("visits.askVisitor", code))
                .toList(),
            null,
            locale));
    return "visits/visitor";
  }

  /** Those of the visitor that the program does not know by itself are kept. */
  private static List<Choice> choices(
      List<String> codes, @Nullable VisitorForm given, Locale locale) {
    return java.util.stream.Stream.concat(
            codes.stream(),
            given == null || given.language() == null
                ? java.util.stream.Stream.empty()
                : Arrays.stream(given.language()).filter(code -> !code.isBlank()))
        .distinct()
        .map(code -> new Choice(code, VisitMoments.language(code, locale)))
        .toList();
  }

  /** A language that nobody speaks, by its name. */
  public record Gap(String language, int families) {}

  /** A language to choose. */
  public record Choice(String code, String name) {}
}
