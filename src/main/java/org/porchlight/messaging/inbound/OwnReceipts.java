package org.porchlight.messaging.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Receipts;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.inbound.InboundTexts.Writer;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers on the phone that wrote. */
@Component
@Transactional
class OwnReceipts implements Receipts {

  private static final Duration LIFE = Duration.ofHours(24);

  private final InboundTexts inbound;
  private final Messages messages;
  private final SendWindows windows;
  private final Clock clock;

  OwnReceipts(InboundTexts inbound, Messages messages, SendWindows windows, Clock clock) {
    this.inbound = inbound;
    this.messages = messages;
    this.windows = windows;
    this.clock = clock;
  }

  @Override
  public boolean send(
      UUID text, String template, @Nullable CaseId about, Map<String, Object> arguments) {
    Writer writer = inbound.writer(text).orElse(null);
    DistrictId district = writer == null ? null : writer.district();
    if (writer == null || district == null || !messages.speaks(template, writer.language())) {
      return false;
    }
    Instant now = clock.instant();
    messages.request(
        new MessageRequest(
            district,
            writer.phone(),
            writer.recipient(),
            about,
            template,
            text.toString(),
            template,
            writer.language(),
            arguments,
            now,
            windows.dueAfter(district, now, LIFE),
            false));
    return true;
  }

  @Override
  public void taken(UUID text) {
    inbound.taken(text);
  }
}
