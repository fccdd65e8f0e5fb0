package org.porchlight.messaging.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextSettings;
import org.porchlight.messaging.translation.TextEntry;
import org.porchlight.messaging.translation.TextEntry.Progress;
import org.porchlight.messaging.translation.TextVersion;
import org.porchlight.messaging.translation.TranslationDesk;
import org.porchlight.messaging.translation.TranslationRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which texts there are, in which languages, and how far each has come. */
@Controller
@RequestMapping("/texts/translations")
class TranslationsPage {

  private final ShippedTexts shipped;
  private final TranslationDesk desk;
  private final TextSettings settings;
  private final CurrentActor current;

  TranslationsPage(
      ShippedTexts shipped, TranslationDesk desk, TextSettings settings, CurrentActor current) {
    this.shipped = shipped;
    this.desk = desk;
    this.settings = settings;
    this.current = current;
  }

  /** {@code leaving}: how many may leave now. */
  record Line(
      LanguageName language, Map<Progress, Long> counts, int texts, long leaving, long suggested) {}

  /** One text of a language. {@code leaves} may be true of an earlier version than the newest. */
  record Row(
      String key,
      String english,
      @Nullable String text,
      Progress progress,
      long version,
      boolean leaves,
      boolean suggested) {}

  @GetMapping
  String languages(Model model) {
    model.addAttribute("draftsLeave", settings.approveDrafts());
    model.addAttribute("lines", shipped.languages().stream().map(this::line).toList());
    return "texts/translations";
  }

  @GetMapping("/{language}")
  String language(
      @PathVariable String language,
      @RequestParam(required = false) @Nullable Progress only,
      Model model) {
    requireKnown(shipped, language);
    model.addAttribute("draftsLeave", settings.approveDrafts());
    model.addAttribute("language", LanguageName.of(shipped.language(language).orElseThrow()));
    model.addAttribute("isEnglish", language.equals(ShippedTexts.ENGLISH));
    model.addAttribute("line", line(shipped.language(language).orElseThrow()));
    model.addAttribute("only", only);
    model.addAttribute(
        "rows",
        desk.entries(language).stream()
            .filter(entry -> only == null || entry.progress() == only)
            .map(TranslationsPage::row)
            .toList());
    return "texts/language";
  }

  /**
   * The same step for several texts; those that it does not fit are named, the others are done.
   *
   * @param chosen each {@code key@version}, as the reader saw it
   */
  @PostMapping("/{language}")
  String together(
      @PathVariable String language,
      @RequestParam(defaultValue = "") List<String> chosen,
      @RequestParam Step step,
      RedirectAttributes flash) {
    requireKnown(shipped, language);
    Actor actor = current.get();
    int done = 0;
    List<NotDone> left = new ArrayList<>();
    for (String one : chosen) {
      int at = one.lastIndexOf('@');
      String key = one.substring(0, Math.max(0, at));
      try {
        step.take(desk, actor, language, key, version(one.substring(at + 1)));
        done++;
      } catch (TranslationRefused refused) {
        left.add(new NotDone(key, refused.why()));
      }
    }
    flash.addFlashAttribute("done", done);
    flash.addFlashAttribute("left", left);
    return "redirect:/texts/translations/" + language;
  }

  /** A text that the step did not fit. */
  record NotDone(String key, TranslationRefused.Why why) {}

  /** What can be done to several texts at once. */
  enum Step {
    REVIEW,
    APPROVE;

    void take(TranslationDesk desk, Actor actor, String language, String key, long version) {
      switch (this) {
        case REVIEW -> desk.review(actor, language, key, version);
        case APPROVE -> desk.approve(actor, language, key, version);
      }
    }
  }

  private Line line(ShippedTexts.Written language) {
    Map<Progress, Long> counts = new EnumMap<>(Progress.class);
    for (Progress progress : Progress.values()) {
      counts.put(progress, 0L);
    }
    List<TextEntry> entries = desk.entries(language.tag());
    entries.forEach(entry -> counts.merge(entry.progress(), 1L, Long::sum));
    return new Line(
        LanguageName.of(language),
        counts,
        entries.size(),
        entries.stream().filter(entry -> entry.leaving() != null).count(),
        entries.stream().filter(entry -> entry.suggestion() != null).count());
  }

  private static Row row(TextEntry entry) {
    TextVersion newest = entry.newest();
    return new Row(
        entry.key(),
        entry.english(),
        newest == null ? null : newest.body(),
        entry.progress(),
        newest == null ? 0 : newest.id(),
        entry.leaving() != null,
        entry.suggestion() != null);
  }

  private static long version(String given) {
    return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
  }

  static void requireKnown(ShippedTexts shipped, String language) {
    if (shipped.language(language).isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "No texts in this language: it is one of "
              + String.join(
                      ", ", shipped.languages().stream().map(ShippedTexts.Written::tag).toList())
                  .toLowerCase(Locale.ROOT));
    }
  }
}
