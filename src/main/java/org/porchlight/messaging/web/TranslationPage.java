package org.porchlight.messaging.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextProblem;
import org.porchlight.messaging.text.TextSettings;
import org.porchlight.messaging.translation.TextEntry;
import org.porchlight.messaging.translation.TextVersion;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.messaging.translation.TranslationDesk;
import org.porchlight.messaging.translation.TranslationRefused;
import org.porchlight.messaging.translation.TranslationRefused.Why;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One text in one language: write it beside the English, check it, pass it on. */
@Controller
@RequestMapping("/texts/translations/{language}/{key}")
class TranslationPage {

  private final ShippedTexts shipped;
  private final TranslationDesk desk;
  private final DraftChecks checks;
  private final Versions versions;
  private final TextSettings settings;
  private final CurrentActor current;

  TranslationPage(
      ShippedTexts shipped,
      TranslationDesk desk,
      DraftChecks checks,
      Versions versions,
      TextSettings settings,
      CurrentActor current) {
    this.shipped = shipped;
    this.desk = desk;
    this.checks = checks;
    this.versions = versions;
    this.settings = settings;
    this.current = current;
  }

  /** What was typed, against what the person saw. */
  record Typed(String text, long base, String basis) {
    Typed {
      // Browsers send line ends of forms as pairs; a text is one line.
      text = text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }
  }

  @GetMapping
  String show(@PathVariable String language, @PathVariable String key, Model model) {
    return show(language, key, null, null, List.of(), model);
  }

  /** Tells about a text that is being typed, and keeps nothing. */
  @PostMapping("/check")
  String check(
      @PathVariable String language,
      @PathVariable String key,
      Typed typed,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    String page = show(language, key, typed, null, List.of(), model);
    return part ? "texts/parts :: checks" : page;
  }

  @PostMapping
  String save(
      @PathVariable String language,
      @PathVariable String key,
      Typed typed,
      Model model,
      RedirectAttributes flash) {
    TextEntry entry = entry(language, key);
    try {
      if (!typed.basis().equals(entry.english())) {
        return show(language, key, typed, Why.CHANGED_MEANWHILE, List.of(), model);
      }
      desk.save(
          current.get(), language, key, typed.text(), typed.base(), typed.basis(), Source.EDITED);
    } catch (TranslationRefused refused) {
      return show(language, key, typed, refused.why(), refused.problems(), model);
    }
    return back(language, key, "saved", flash);
  }

  @PostMapping("/review")
  String review(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam long version,
      RedirectAttributes flash) {
    return step(language, key, "reviewed", flash, by -> desk.review(by, language, key, version));
  }

  @PostMapping("/approve")
  String approve(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam long version,
      RedirectAttributes flash) {
    return step(language, key, "approved", flash, by -> desk.approve(by, language, key, version));
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable String language,
      @PathVariable String key,
      @RequestParam long version,
      RedirectAttributes flash) {
    return step(language, key, "withdrawn", flash, by -> desk.withdraw(by, language, key, version));
  }

  /** Something that a person does to the newest version. */
  private interface Deed {
    void by(Actor actor);
  }

  private String step(
      String language, String key, String said, RedirectAttributes flash, Deed deed) {
    entry(language, key);
    try {
      deed.by(current.get());
    } catch (TranslationRefused refused) {
      flash.addFlashAttribute("refused", refused.why());
      return "redirect:/texts/translations/" + language + "/" + key;
    }
    return back(language, key, said, flash);
  }

  private static String back(String language, String key, String said, RedirectAttributes flash) {
    flash.addFlashAttribute("said", said);
    return "redirect:/texts/translations/" + language + "/" + key;
  }

  private String show(
      String language,
      String key,
      @Nullable Typed typed,
      @Nullable Why refused,
      List<TextProblem> problems,
      Model model) {
    TextEntry entry = entry(language, key);
    TextVersion newest = entry.newest();
    String text = typed != null ? typed.text() : newest == null ? "" : newest.body();
    if (refused != null) {
      model.addAttribute("refused", refused);
    }
    boolean english = language.equals(ShippedTexts.ENGLISH);
    model.addAttribute("language", LanguageName.of(shipped.language(language).orElseThrow()));
    model.addAttribute("isEnglish", english);
    model.addAttribute("key", key);
    model.addAttribute("audience", shipped.audience(key));
    model.addAttribute("entry", entry);
    model.addAttribute("text", text);
    model.addAttribute("version", newest == null ? 0 : newest.id());
    model.addAttribute("base", typed != null ? typed.base() : newest == null ? 0 : newest.id());
    model.addAttribute("basis", typed != null ? typed.basis() : entry.english());
    model.addAttribute("newerEnglish", english ? null : desk.newerEnglish(key).orElse(null));
    model.addAttribute(
        "checks", checks.of(language, key, text, english ? text : entry.english(), problems));
    model.addAttribute("steps", versions.steps(entry, current.get()));
    model.addAttribute("history", versions.history(language, key));
    model.addAttribute("draftsLeave", settings.approveDrafts());
    return "texts/translation";
  }

  private TextEntry entry(String language, String key) {
    TranslationsPage.requireKnown(shipped, language);
    return desk.entry(language, key)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "No such text: choose one from the list of the language"));
  }
}
