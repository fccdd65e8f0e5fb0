package org.porchlight.visits.web;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.AnswerAsk;
import org.porchlight.visits.internal.VisitPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visitor's own start page, and the page on which an ask is answered. */
@Controller
@RequestMapping("/visits")
class AsksPage {

  private final VisitPages visits;
  private final AnswerAsk answers;
  private final Families families;
  private final CurrentActor current;

  AsksPage(VisitPages visits, AnswerAsk answers, Families families, CurrentActor current) {
    this.visits = visits;
    this.answers = answers;
    this.families = families;
    this.current = current;
  }

  @GetMapping
  String mine(Model model, Locale locale) {
    VisitPages.Mine mine = visits.mine(current.get().id());
    model.addAttribute("asks", mine.asks().stream().map(ask -> Line.of(ask, locale)).toList());
    model.addAttribute(
        "visiting", mine.visiting().stream().map(one -> Line.of(one, locale)).toList());
    model.addAttribute(
        "takeOvers",
        mine.takeOvers().stream()
            .map(
                one ->
                    new Line(
                        one.id(),
                        one.partner(),
                        VisitMoments.text(one.closesAt(), one.zone(), locale),
                        null,
                        null,
                        null))
            .toList());
    return "visits/mine";
  }

  @GetMapping("/asks/{id}")
  String ask(@PathVariable UUID id, Model model, Locale locale) {
    VisitPages.Ask ask = visits.ask(id, current.get().id());
    model.addAttribute("ask", ask);
    model.addAttribute("line", Line.of(ask, locale));
    String interpreter = ask.interpreterLanguage();
    if (interpreter != null) {
      model.addAttribute("interpreter", VisitMoments.language(interpreter, locale));
    }
    String language = ask.language();
    if (language != null) {
      model.addAttribute("language", VisitMoments.language(language, locale));
    }
    model.addAttribute(
        "students",
        ask.mayOpen()
            ? families.open(ask.family(), FileGate.Channel.PAGE).family().students()
            : List.<Family.Student>of());
    return "visits/ask";
  }

  @PostMapping("/asks/{id}/accept")
  String accept(@PathVariable UUID id, RedirectAttributes flash) {
    return answer(id, true, flash);
  }

  @PostMapping("/asks/{id}/decline")
  String decline(@PathVariable UUID id, RedirectAttributes flash) {
    return answer(id, false, flash);
  }

  private String answer(UUID id, boolean accepted, RedirectAttributes flash) {
    UserId visitor = current.get().id();
    boolean counted = answers.onPage(id, visitor, accepted);
    flash.addFlashAttribute("done", counted ? (accepted ? "accepted" : "declined") : "tooLate");
    return "redirect:/visits/asks/" + id;
  }

  /** One line of the start page: for whom, with whom and when; the rest is one step further. */
  record Line(
      UUID ask,
      VisitPages.Person partner,
      @Nullable String when,
      @Nullable UUID visit,
      @Nullable String family,
      @Nullable UUID familyId) {

    static Line of(VisitPages.Ask ask, Locale locale) {
      var closes = ask.closesAt();
      return new Line(
          ask.id(),
          ask.partner(),
          closes == null ? null : VisitMoments.text(closes, ask.zone(), locale),
          null,
          null,
          null);
    }

    static Line of(VisitPages.Visiting visiting, Locale locale) {
      var next = visiting.next();
      return new Line(
          visiting.ask(),
          visiting.partner(),
          next == null ? null : VisitMoments.text(next.startsAt(), next.zone(), locale),
          next == null ? null : next.visit(),
          family(visiting, locale),
          visiting.family().value());
    }

    private static String family(VisitPages.Visiting visiting, Locale locale) {
      String students = ListFormatter.getInstance(locale).format(visiting.students());
      String language = visiting.language();
      return language == null
          ? students
          : students + " · " + VisitMoments.language(language, locale);
    }
  }
}
