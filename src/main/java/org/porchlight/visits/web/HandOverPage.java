package org.porchlight.visits.web;

import com.ibm.icu.text.ListFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.CaseloadHandOver;
import org.porchlight.visits.internal.HandOvers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands the families of one visitor to others, all at once or one by one. */
@Controller
class HandOverPage {

  private final CaseloadHandOver caseload;
  private final HandOvers handOvers;
  private final CurrentActor current;

  HandOverPage(CaseloadHandOver caseload, HandOvers handOvers, CurrentActor current) {
    this.caseload = caseload;
    this.handOvers = handOvers;
    this.current = current;
  }

  @GetMapping("/visitors/{user}/hand-over")
  String show(@PathVariable UUID user, Model model, Locale locale) {
    CaseloadHandOver.Caseload all = caseload.of(new UserId(user));
    model.addAttribute("user", user);
    model.addAttribute("firstName", all.firstName());
    model.addAttribute("elsewhere", all.elsewhere());
    List<Line> rows = all.rows().stream().map(row -> Line.of(row, locale)).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("open", rows.stream().anyMatch(Line::open));
    return "visits/hand-over";
  }

  /** Line by line: a pair, and who is asked; nobody where that is left empty. */
  @PostMapping("/visitors/{user}/hand-over")
  String ask(
      @PathVariable UUID user,
      @RequestParam List<UUID> pair,
      @RequestParam List<String> next,
      RedirectAttributes flash) {
    Map<UUID, UserId> successors = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(pair.size(), next.size()); i++) {
      if (!next.get(i).isBlank()) {
        successors.put(pair.get(i), UserId.of(next.get(i)));
      }
    }
    try {
      caseload.ask(new UserId(user), successors);
      flash.addFlashAttribute("asked", successors.size());
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("problem", wrong.getMessage());
    }
    return "redirect:/visitors/" + user + "/hand-over";
  }

  @PostMapping("/visits/hand-overs/{id}")
  String answer(@PathVariable UUID id, @RequestParam boolean accepted, RedirectAttributes flash) {
    boolean counted = handOvers.onPage(id, current.get().id(), accepted);
    flash.addFlashAttribute("done", counted ? (accepted ? "accepted" : "declined") : "tooLate");
    return "redirect:/visits";
  }

  /** A family as the page shows it. */
  public record Line(
      UUID pair,
      String students,
      @Nullable String language,
      String partner,
      @Nullable String visit,
      List<CaseloadHandOver.Choice> next,
      @Nullable String asked,
      @Nullable String until) {

    static Line of(CaseloadHandOver.Row row, Locale locale) {
      var visit = row.visit();
      var asked = row.asked();
      String language = row.language();
      return new Line(
          row.pair(),
          ListFormatter.getInstance(locale).format(row.students()),
          language == null ? null : VisitMoments.language(language, locale),
          row.partner(),
          visit == null ? null : VisitMoments.text(visit, row.zone(), locale),
          row.next(),
          asked == null ? null : asked.firstName(),
          asked == null ? null : VisitMoments.text(asked.until(), row.zone(), locale));
    }

    public boolean open() {
      return asked == null && !next.isEmpty();
    }
  }
}
