package org.porchlight.visits.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.internal.VisitorDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes accounts visitors, for coordinators and administrators of their district. */
@RestController
@RequestMapping("/api/v1/visitors")
class VisitorsApi {

  private static final int USUAL_CASELOAD = 6;

  private final VisitorDirectory visitors;

  VisitorsApi(VisitorDirectory visitors) {
    this.visitors = visitors;
  }

  /**
   * @param phone in E.164 form; without one the visitor is asked on the page only
   * @param languages BCP 47 to level, English included
   * @param trainedOn day of LEAP 101, without which nobody visits
   * @param active false: is asked no more
   */
  record Given(
      @Nullable String firstName,
      @Nullable VisitorRole role,
      @Nullable VisitorKind kind,
      @Nullable String phone,
      @Nullable String textLanguage,
      @Nullable Map<String, LanguageLevel> languages,
      @Nullable Integer caseloadLimit,
      @Nullable LocalDate trainedOn,
      @Nullable Boolean active) {}

  /** Adds a visitor, or replaces everything that is known about one. */
  @PutMapping("/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable UUID user, @RequestBody Given given) {
    UserId id = new UserId(user);
    visitors.account(id);
    if (given.firstName() == null
        || given.firstName().isBlank()
        || given.role() == null
        || given.kind() == null
        || given.languages() == null
        || given.languages().isEmpty()) {
      throw new IllegalArgumentException("Give firstName, role, kind and languages");
    }
    NewVisitor visitor =
        new NewVisitor(
            id,
            given.firstName().strip(),
            given.role(),
            given.kind(),
            given.phone() == null ? null : new PhoneNumber(given.phone()),
            given.textLanguage() == null ? "en" : given.textLanguage(),
            given.languages(),
            given.caseloadLimit() == null ? USUAL_CASELOAD : given.caseloadLimit());
    visitors.save(visitor, given.trainedOn(), !Boolean.FALSE.equals(given.active()));
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
  }
}
