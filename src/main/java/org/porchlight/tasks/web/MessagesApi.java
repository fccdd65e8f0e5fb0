package org.porchlight.tasks.web;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.roster.Families;
import org.porchlight.shared.FamilyId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of one family for systems: opens the file. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesApi {

  private final Families families;
  private final Messages messages;

  MessagesApi(Families families, Messages messages) {
    this.families = families;
    this.messages = messages;
  }

  /** Oldest first; empty for a visitor before the family's yes. */
  @GetMapping
  List<Said> thread(@RequestParam UUID family) {
    FamilyId id = new FamilyId(family);
    return families.open(id, Channel.API).opened().homeRevealed()
        ? messages.thread(id).stream().map(Said::of).toList()
        : List.of();
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException unknown) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is no such family: take its id from /api/v1/cases");
  }

  /**
   * @param why in the way of the text, null where nothing is
   * @param carrierCode the provider's own number for it
   */
  record Said(
      Instant at,
      boolean inbound,
      String text,
      String language,
      ThreadEntry.State state,
      ThreadEntry.@Nullable Why why,
      @Nullable String carrierCode) {

    static Said of(ThreadEntry entry) {
      return new Said(
          entry.at(),
          entry.inbound(),
          entry.text(),
          entry.language(),
          entry.state(),
          entry.why(),
          entry.carrierCode());
    }
  }
}
