package org.porchlight.visits.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes accounts visitors, for administrators of their district. */
@RestController
@RequestMapping("/api/v1/visitors")
class VisitorsApi {

  private static final int USUAL_CASELOAD = 6;

  private final Visitors visitors;
  private final Users users;
  private final CurrentActor actor;
  private final TransactionTemplate transaction;

  VisitorsApi(Visitors visitors, Users users, CurrentActor actor, TransactionTemplate transaction) {
    this.visitors = visitors;
    this.users = users;
    this.actor = actor;
    this.transaction = transaction;
  }

  /**
   * @param phone in E.164 form; without one the visitor is asked on the page only
   * @param languages BCP 47 to level, English included
   * @param trainedOn day of LEAP 101, without which nobody visits
   */
  record Given(
      @Nullable String firstName,
      @Nullable VisitorRole role,
      @Nullable VisitorKind kind,
      @Nullable String phone,
      @Nullable String textLanguage,
      @Nullable Map<String, LanguageLevel> languages,
      @Nullable Integer caseloadLimit,
      @Nullable LocalDate trainedOn) {}

  /** Adds a visitor, or changes what is known about one. */
  @PutMapping("/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable UUID user, @RequestBody Given given) {
    UserId id = new UserId(user);
    if (!mayChange(id)) {
      throw new IllegalArgumentException(
          "There is no account of this id with the role VISITOR in your scope: add it first");
    }
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
    LocalDate trainedOn = given.trainedOn();
    transaction.executeWithoutResult(
        status -> {
          visitors.register(visitor);
          if (trainedOn != null) {
            visitors.completeTraining(id, Visitors.LEAP_101, trainedOn);
          }
        });
  }

  private boolean mayChange(UserId id) {
    Actor by = actor.get();
    return by.has(Role.ADMINISTRATOR)
        && users
            .find(id)
            .filter(one -> one.has(Role.VISITOR))
            .filter(one -> by.district() == null || by.district().equals(one.district()))
            .isPresent();
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException wrong) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
  }
}
