package org.porchlight.roster.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.roster.imports.ImportProblem;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.shared.DistrictId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Upload, preview, apply and history; and, for administrators, the values that were set aside. */
@Controller
class ImportsPage {

  private static final int LISTED_ERRORS = 200;

  private final Imports imports;
  private final Districts districts;
  private final FamilyDecisions decisions;
  private final CurrentActor actor;
  private final MessageSource texts;

  ImportsPage(
      Imports imports,
      Districts districts,
      FamilyDecisions decisions,
      CurrentActor actor,
      MessageSource texts) {
    this.decisions = decisions;
    this.texts = texts;
    this.imports = imports;
    this.districts = districts;
    this.actor = actor;
  }

  /** Writes instants in the district's zone. */
  record Times(ZoneId zone) {
    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a", Locale.US);

    public String of(@Nullable Instant at) {
      return at == null ? "" : FORMAT.format(at.atZone(zone));
    }
  }

  @GetMapping("/imports")
  String list(Model model) {
    return list(model, null);
  }

  private String list(Model model, @Nullable String problem) {
    Actor by = actor.get();
    List<Districts.District> seen =
        districts.all().stream()
            .filter(d -> by.district() == null || d.id().equals(by.district()))
            .toList();
    model.addAttribute("problem", problem);
    model.addAttribute("districts", seen);
    model.addAttribute("toConfirm", decisions.waiting(by).count());
    model.addAttribute("formats", imports.formats());
    model.addAttribute(
        "imports", seen.stream().flatMap(d -> imports.recent(by, d.id()).stream()).toList());
    model.addAttribute(
        "times", new Times(seen.isEmpty() ? ZoneId.of("UTC") : seen.getFirst().zone()));
    return "imports/list";
  }

  @PostMapping("/imports")
  String upload(
      @RequestParam String format,
      @RequestParam UUID district,
      @RequestParam(defaultValue = "false") boolean partial,
      @RequestParam("file") List<MultipartFile> files,
      Model model) {
    try {
      ImportView found =
          imports.upload(
              actor.get(), new DistrictId(district), format, partial, UploadedFiles.of(files));
      return "redirect:/imports/" + found.id();
    } catch (ImportProblem problem) {
      return list(model, problem.getReason());
    }
  }

  @GetMapping("/imports/{id}")
  String show(@PathVariable UUID id, Model model) {
    return show(id, model, null);
  }

  private String show(UUID id, Model model, @Nullable String problem) {
    Actor by = actor.get();
    ImportView found = imports.find(by, id);
    model.addAttribute("problem", problem);
    model.addAttribute("found", found);
    model.addAttribute(
        "warnings",
        found.warnings().stream()
            .map(
                warning ->
                    texts.getMessage(
                        warning.key(), warning.values().toArray(), LocaleContextHolder.getLocale()))
            .toList());
    model.addAttribute("rows", imports.errors(by, id, LISTED_ERRORS));
    model.addAttribute("mayQuarantine", by.has(Role.ADMINISTRATOR));
    model.addAttribute("times", times(found));
    return "imports/show";
  }

  @PostMapping("/imports/{id}/apply")
  String apply(
      @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean override, Model model) {
    try {
      imports.apply(actor.get(), id, override);
      return "redirect:/imports/" + id;
    } catch (ImportProblem problem) {
      return show(id, model, problem.getReason());
    }
  }

  @GetMapping("/quarantine/{id}")
  String quarantine(@PathVariable UUID id, Model model) {
    Actor by = actor.get();
    model.addAttribute("rows", imports.quarantine(by, id, LISTED_ERRORS));
    model.addAttribute("found", imports.find(by, id));
    return "imports/quarantine";
  }

  private Times times(ImportView found) {
    return new Times(
        districts
            .find(new DistrictId(found.district()))
            .map(Districts.District::zone)
            .orElse(ZoneId.of("UTC")));
  }
}
