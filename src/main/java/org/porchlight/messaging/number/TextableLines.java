package org.porchlight.messaging.number;

import java.time.Instant;
import java.util.Set;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.messaging.twilio.CarrierError;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The provider, which is not asked to text a line that takes calls only. */
@Component
@Primary
class TextableLines implements Carrier {

  /** What the provider itself answers to a text for a landline. */
  private static final int LANDLINE = 21635;

  private final Carrier carrier;
  private final LinesAsked lines;

  TextableLines(@Qualifier("secretTexts") Carrier carrier, LinesAsked lines) {
    this.carrier = carrier;
    this.lines = lines;
  }

  @Override
  public Outcome post(Text text) {
    return lines.takesNoTexts(text.to())
        ? new Outcome.Refused(CarrierError.of(LANDLINE), LANDLINE)
        : carrier.post(text);
  }

  @Override
  public LookUp find(Text text, Instant notBefore, Set<String> knownIds) {
    return carrier.find(text, notBefore, knownIds);
  }
}
