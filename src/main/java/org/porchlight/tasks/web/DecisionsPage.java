package org.porchlight.tasks.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.tasks.meeting.Decisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What teams decided that the reader should see to. */
@Controller
@RequestMapping("/meetings/decisions")
class DecisionsPage {

  private final Decisions decisions;
  private final DecisionRows rows;

  DecisionsPage(Decisions decisions, DecisionRows rows) {
    this.decisions = decisions;
    this.rows = rows;
  }

  @GetMapping
  String list(Model model) {
    List<DecisionRows.Row> mine = rows.mine();
    model.addAttribute("rows", mine);
    return "meetings/decisions";
  }

  @PostMapping("/{decision}")
  String settle(
      @PathVariable UUID decision,
      @RequestParam boolean done,
      @RequestParam(required = false) @Nullable String words,
      RedirectAttributes flash) {
    decisions.settle(decision, done, words);
    flash.addFlashAttribute("notice", "meetings.settled");
    return "redirect:/meetings/decisions";
  }
}
