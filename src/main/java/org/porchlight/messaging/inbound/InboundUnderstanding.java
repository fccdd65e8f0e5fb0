package org.porchlight.messaging.inbound;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.porchlight.messaging.inbound.InboundTexts.Inbound;
import org.porchlight.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Understands stored texts, each in one transaction with everything that follows from it. */
@Component
class InboundUnderstanding {

  private static final Logger log = LoggerFactory.getLogger(InboundUnderstanding.class);
  private static final int PER_ROUND = 100;

  private final InboundTexts inbound;
  private final Understanding understanding;
  private final Writers writers;
  private final TransactionTemplate transaction;

  InboundUnderstanding(
      InboundTexts inbound,
      Understanding understanding,
      Writers writers,
      TransactionTemplate transaction) {
    this.inbound = inbound;
    this.understanding = understanding;
    this.writers = writers;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.poll:200ms}")
  void understandNew() {
    for (int i = 0; i < PER_ROUND; i++) {
      if (!understandNext()) {
        return;
      }
    }
  }

  /** What goes wrong over one text must not hold up the next, which may be a STOP. */
  private boolean understandNext() {
    AtomicReference<UUID> inHand = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> understandOne(inHand)));
    } catch (RuntimeException e) {
      UUID text = inHand.get();
      if (text == null) {
        throw e;
      }
      log.error("Inbound text {} is set aside and tried again: {}", text, e.getClass().getName());
      inbound.setAside(text);
      return true;
    }
  }

  private boolean understandOne(AtomicReference<UUID> inHand) {
    Optional<Inbound> next = inbound.lockNext();
    next.ifPresent(
        text -> {
          inHand.set(text.id());
          Optional<PhoneNumber> phone = phone(text.phone());
          if (phone.isEmpty()) {
            inbound.understood(text, "NO_PHONE", null, null);
          } else {
            understanding.of(text, phone.get(), writers.of(phone.get()));
          }
        });
    return next.isPresent();
  }

  private static Optional<PhoneNumber> phone(String given) {
    try {
      return Optional.of(new PhoneNumber(given));
    } catch (IllegalArgumentException shortCodeOrGateway) {
      return Optional.empty();
    }
  }
}
