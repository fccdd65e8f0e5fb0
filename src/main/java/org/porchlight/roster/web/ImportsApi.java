package org.porchlight.roster.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.roster.imports.RowError;
import org.porchlight.shared.DistrictId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Imports for systems. Errors say file, row, field and rule; never a value. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {

  private static final int LISTED_ERRORS = 1_000;

  private final Imports imports;
  private final CurrentActor actor;
  private final MessageSource texts;

  ImportsApi(Imports imports, CurrentActor actor, MessageSource texts) {
    this.imports = imports;
    this.actor = actor;
    this.texts = texts;
  }

  /**
   * @param warnings as sentences
   */
  record Answer(ImportView summary, List<String> warnings, List<RowError> rowErrors) {}

  /**
   * Uploads files and makes the dry run.
   *
   * @param district whose files these are; the account's own where left out
   * @param dryRun false also applies, unless the import is refused or more would change than the
   *     settings allow
   * @param partial the files hold a part of the district only: nothing is removed
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> upload(
      @RequestParam String format,
      @RequestParam(required = false) @Nullable UUID district,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean partial,
      @RequestParam("file") List<MultipartFile> files,
      Locale locale) {
    ImportView found =
        imports.upload(actor.get(), districtOr(district), format, partial, UploadedFiles.of(files));
    if (!dryRun && found.applicable()) {
      found = imports.apply(actor.get(), found.id(), false);
    }
    return ResponseEntity.created(
            UriComponentsBuilder.fromPath("/api/v1/imports/{id}").build(found.id()))
        .body(answer(found, locale));
  }

  @GetMapping("/{id}")
  Answer find(@PathVariable UUID id, Locale locale) {
    return answer(imports.find(actor.get(), id), locale);
  }

  /**
   * @param override a person has read that more would change than the settings allow
   */
  @PostMapping("/{id}/apply")
  Answer apply(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean override,
      Locale locale) {
    return answer(imports.apply(actor.get(), id, override), locale);
  }

  /** The framework's own answer would repeat the value. */
  @ExceptionHandler
  ProblemDetail unreadable(MethodArgumentTypeMismatchException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "The value of "
            + wrong.getName()
            + " cannot be read: ids are UUIDs as this API gives them, the others true or false");
  }

  private DistrictId districtOr(@Nullable UUID given) {
    DistrictId own = actor.get().district();
    if (given != null) {
      return new DistrictId(given);
    }
    if (own == null) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "Say whose files these are: district=<id>; ids are listed at /api/v1/districts");
    }
    return own;
  }

  private Answer answer(ImportView found, Locale locale) {
    List<String> warnings =
        found.warnings().stream()
            .map(warning -> texts.getMessage(warning.key(), warning.values().toArray(), locale))
            .toList();
    return new Answer(found, warnings, imports.errors(actor.get(), found.id(), LISTED_ERRORS));
  }
}
