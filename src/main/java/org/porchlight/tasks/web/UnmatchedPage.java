package org.porchlight.tasks.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.UnmatchedReplies;
import org.porchlight.tasks.internal.UnmatchedReplies.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Texts whose family a person has to name. Names are searched by post: they stand in no address.
 */
@Controller
@RequestMapping("/work/texts/unmatched")
class UnmatchedPage {

  private final UnmatchedReplies texts;

  UnmatchedPage(UnmatchedReplies texts) {
    this.texts = texts;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("lines", lines());
    return "work/unmatched";
  }

  @PostMapping("/{text}/search")
  String search(
      @PathVariable UUID text, @RequestParam(defaultValue = "") String name, Model model) {
    model.addAttribute("lines", lines());
    model.addAttribute("searched", text);
    model.addAttribute("name", name);
    model.addAttribute("found", choices(texts.find(name)));
    return "work/unmatched";
  }

  @PostMapping("/{text}")
  String choose(
      @PathVariable UUID text,
      @RequestParam(required = false) @Nullable UUID family,
      RedirectAttributes flash) {
    boolean done =
        family == null ? texts.handled(text) : texts.belongsTo(text, new FamilyId(family));
    flash.addFlashAttribute(done ? "settled" : "late", true);
    if (done && family != null) {
      flash.addFlashAttribute("threadOf", family);
    }
    return "redirect:/work/texts/unmatched";
  }

  private List<Line> lines() {
    return texts.open().stream()
        .map(
            line ->
                new Line(
                    line.text().text(),
                    line.text().words(),
                    line.text().media(),
                    line.text().phone().written(),
                    Objects.requireNonNull(Times.moment(line.text().at(), line.zone())),
                    choices(line.families()),
                    line.visitors(),
                    line.partners(),
                    line.others()))
        .toList();
  }

  private static List<Family> choices(List<Choice> choices) {
    return choices.stream()
        .map(choice -> new Family(choice.family().value(), choice.students()))
        .toList();
  }

  public record Family(UUID id, String students) {}

  /** As the page shows it. */
  public record Line(
      UUID text,
      String words,
      int pictures,
      String phone,
      String at,
      List<Family> families,
      List<String> visitors,
      List<String> partners,
      boolean others) {}
}
