package org.porchlight.tasks.web;

import java.util.Objects;
import java.util.UUID;
import org.porchlight.tasks.internal.SettleTexts;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts that a person has to settle. */
@Controller
@RequestMapping("/work/texts")
class SettlePage {

  private final SettleTexts texts;
  private final Subjects subjects;

  SettlePage(SettleTexts texts, Subjects subjects) {
    this.texts = texts;
    this.subjects = subjects;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("lines", texts.open().stream().map(this::line).toList());
    return "work/texts";
  }

  @PostMapping("/{text}")
  String settle(
      @PathVariable UUID text, @RequestParam boolean arrived, RedirectAttributes redirect) {
    texts.settle(text, arrived);
    redirect.addFlashAttribute("settled", true);
    return "redirect:/work/texts";
  }

  private Line line(SettleTexts.Line line) {
    Subjects.Subject subject = subjects.describe(line.view());
    return new Line(
        line.item().text(),
        line.item().kind().name(),
        line.item().family().value(),
        subject.students(),
        Objects.requireNonNull(Times.moment(line.item().at(), subject.zone())));
  }

  /** As the page shows it. */
  public record Line(UUID text, String kind, UUID family, String students, String at) {}
}
