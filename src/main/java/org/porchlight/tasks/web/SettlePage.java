package org.porchlight.tasks.web;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.tasks.internal.SettleTexts;
import org.porchlight.tasks.internal.StuckReplies;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.UnmatchedReplies;
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
  private final StuckReplies stuck;
  private final UnmatchedReplies unmatched;
  private final Subjects subjects;

  SettlePage(SettleTexts texts, StuckReplies stuck, UnmatchedReplies unmatched, Subjects subjects) {
    this.texts = texts;
    this.stuck = stuck;
    this.unmatched = unmatched;
    this.subjects = subjects;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("lines", texts.open().stream().map(this::line).toList());
    model.addAttribute("stuck", stuck.open().stream().map(SettlePage::stuck).toList());
    model.addAttribute("handled", stuck.handled().stream().map(SettlePage::done).toList());
    model.addAttribute("unmatched", unmatched.open().size());
    return "work/texts";
  }

  @PostMapping("/stuck/{text}")
  String handle(@PathVariable UUID text, RedirectAttributes redirect) {
    redirect.addFlashAttribute(stuck.handle(text) ? "settled" : "late", true);
    return "redirect:/work/texts";
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

  private static StuckLine stuck(StuckReplies.Line line) {
    PhoneNumber phone = line.stuck().phone();
    return new StuckLine(
        line.stuck().text(),
        line.family() == null ? null : line.family().value(),
        line.who(),
        line.family() == null ? line.stuck().words() : null,
        line.who() != null || phone == null ? null : phone.written(),
        Objects.requireNonNull(Times.moment(line.stuck().at(), line.zone())));
  }

  private static DoneLine done(StuckReplies.Done done) {
    return new DoneLine(
        done.who(),
        done.by(),
        Objects.requireNonNull(Times.moment(done.handled().at(), done.zone())),
        Objects.requireNonNull(Times.moment(done.handled().receivedAt(), done.zone())));
  }

  /**
   * @param words null where they are read on the family's page
   * @param phone only of somebody unknown, to call back
   */
  public record StuckLine(
      UUID text,
      @Nullable UUID family,
      @Nullable String who,
      @Nullable String words,
      @Nullable String phone,
      String at) {}

  public record DoneLine(@Nullable String who, String by, String at, String received) {}

  /** As the page shows it. */
  public record Line(UUID text, String kind, UUID family, String students, String at) {}
}
