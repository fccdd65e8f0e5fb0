package org.porchlight.messaging.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.inbound.InboundTexts.Inbound;
import org.porchlight.messaging.request.Correspondents.Correspondent;
import org.porchlight.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Our own short answers to a text that just came. */
@Component
class Replies {

  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private final Messages messages;
  private final Clock clock;

  Replies(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * At most one of a template for each text.
   *
   * @param within of the text's arrival
   * @return false where nobody knows who wrote, or in which language to answer, or it is too late
   */
  boolean send(
      String template,
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      Map<String, Object> arguments,
      Duration within) {
    return send(template, text.id().toString(), text, phone, sender, arguments, within);
  }

  boolean send(
      String template,
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      Duration within) {
    return send(template, text, phone, sender, Map.of(), within);
  }

  /** At most one of a template for each phone and occurrence. */
  void once(
      String template,
      String occurrence,
      Inbound text,
      PhoneNumber phone,
      Correspondent sender,
      Duration within) {
    send(template, occurrence, text, phone, sender, Map.of(), within);
  }

  private boolean send(
      String template,
      String occurrence,
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      Map<String, Object> arguments,
      Duration within) {
    if (sender == null || sender.district() == null) {
      return false;
    }
    String language = language(template, sender);
    if (!messages.speaks(template, language)) {
      log.warn("No '{}' in the language of a phone that asked for it", template);
      return false;
    }
    Instant now = clock.instant();
    Instant expiresAt = text.receivedAt().plus(within);
    if (!expiresAt.isAfter(now)) {
      return false;
    }
    messages.request(
        new MessageRequest(
            sender.district(),
            phone,
            sender.recipient(),
            null,
            template,
            occurrence,
            template,
            language,
            arguments,
            now,
            expiresAt,
            false));
    return true;
  }

  /** Visitors and partners get English where theirs is not written; families never do. */
  private String language(String template, Correspondent sender) {
    boolean english =
        !(sender.recipient() instanceof Recipient.OfFamily)
            && !messages.speaks(template, sender.language());
    return english ? "en" : sender.language();
  }
}
