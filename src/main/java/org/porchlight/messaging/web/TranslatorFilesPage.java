package org.porchlight.messaging.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.translation.TranslationRefused;
import org.porchlight.messaging.translation.xliff.TranslatorFiles;
import org.porchlight.messaging.translation.xliff.TranslatorFiles.Fate;
import org.porchlight.messaging.translation.xliff.TranslatorFiles.Row;
import org.porchlight.messaging.translation.xliff.TranslatorImport;
import org.porchlight.messaging.translation.xliff.UnreadableXliff;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files to translators and back. */
@Controller
@RequestMapping("/texts/translations/{language}/xliff")
class TranslatorFilesPage {

  private static final MediaType XLIFF = MediaType.parseMediaType("application/xliff+xml");

  private final ShippedTexts shipped;
  private final TranslatorFiles files;
  private final TranslatorImport imports;
  private final CurrentActor current;
  private final MessageSource texts;

  TranslatorFilesPage(
      ShippedTexts shipped,
      TranslatorFiles files,
      TranslatorImport imports,
      CurrentActor current,
      MessageSource texts) {
    this.shipped = shipped;
    this.files = files;
    this.imports = imports;
    this.current = current;
    this.texts = texts;
  }

  @GetMapping
  ResponseEntity<byte[]> export(
      @PathVariable String language, @RequestParam(defaultValue = "false") boolean open) {
    TranslationsPage.requireKnown(shipped, language);
    String name = "texts-" + language + (open ? "-open" : "") + ".xlf";
    return ResponseEntity.ok()
        .contentType(XLIFF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(files.export(language, open));
  }

  @PostMapping
  String upload(
      @PathVariable String language, @RequestParam MultipartFile file, RedirectAttributes flash) {
    TranslationsPage.requireKnown(shipped, language);
    try {
      if (file.isEmpty()) {
        throw problem("texts.xliff.noFile");
      }
      if (file.getSize() > TranslatorImport.LARGEST) {
        throw problem("texts.xliff.tooLarge");
      }
      UUID id = imports.upload(current.get(), language, file.getBytes());
      return "redirect:/texts/translations/" + language + "/xliff/" + id;
    } catch (UnreadableXliff unreadable) {
      flash.addFlashAttribute("unreadable", unreadable.getMessage());
      return "redirect:/texts/translations/" + language;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading an uploaded file", e);
    }
  }

  private UnreadableXliff problem(String key) {
    return new UnreadableXliff(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
  }

  @GetMapping("/{id}")
  String show(@PathVariable String language, @PathVariable UUID id, Model model) {
    TranslationsPage.requireKnown(shipped, language);
    Actor actor = current.get();
    TranslatorImport.Looked looked =
        imports
            .find(actor, language, id)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such file here"));
    Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    looked.rows().forEach(row -> counts.merge(row.fate(), 1L, Long::sum));
    List<Row> shown =
        looked.rows().stream()
            .filter(row -> row.fate() != Fate.UNCHANGED && row.fate() != Fate.EMPTY)
            .toList();
    model.addAttribute("language", LanguageName.of(shipped.language(language).orElseThrow()));
    model.addAttribute("looked", looked);
    model.addAttribute("counts", counts);
    model.addAttribute("applies", looked.rows().stream().filter(Row::applies).count());
    model.addAttribute("shown", shown);
    return "texts/import";
  }

  @PostMapping("/{id}")
  String apply(@PathVariable String language, @PathVariable UUID id, RedirectAttributes flash) {
    TranslationsPage.requireKnown(shipped, language);
    try {
      flash.addFlashAttribute("done", imports.apply(current.get(), language, id));
    } catch (TranslationRefused refused) {
      flash.addFlashAttribute("refused", true);
    }
    return "redirect:/texts/translations/" + language + "/xliff/" + id;
  }
}
