package org.porchlight.embedded.simulator;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.springframework.stereotype.Component;

/** The simulated phones, for tests of any module. */
@Component
public class TestPhones {

  private final CarrierSimulator carrier;
  private final SimulatedMessages messages;
  private final Faults faults;
  private final Latency latency;
  private final SimulatedLines lines;

  TestPhones(
      CarrierSimulator carrier,
      SimulatedMessages messages,
      Faults faults,
      Latency latency,
      SimulatedLines lines) {
    this.carrier = carrier;
    this.messages = messages;
    this.faults = faults;
    this.latency = latency;
    this.lines = lines;
  }

  /** A number that no other test uses. */
  public PhoneNumber number() {
    return new PhoneNumber("+1860" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000));
  }

  /** What the program's texts on this phone say, oldest first. */
  public List<String> texts(PhoneNumber phone) {
    return thread(phone).stream()
        .filter(message -> message.direction().equals("outbound-api"))
        .map(SimulatedMessage::body)
        .toList();
  }

  List<SimulatedMessage> thread(PhoneNumber phone) {
    return messages.thread(messages.phone(phone.e164()).id());
  }

  /** The owner of the phone writes. */
  public void write(PhoneNumber phone, String text) {
    carrier.reply(phone.e164(), text);
  }

  /** The carrier has this text, but its answer and its callbacks never come. */
  public void acceptSilently(PhoneNumber phone, String body) {
    carrier.accept(phone.e164(), body, null, null);
  }

  /** The next text to the phone goes wrong like this; {@code kind} of {@link Fault.Kind}. */
  public void fault(PhoneNumber phone, String kind, int code, long millis, int times) {
    faults.add(phone.e164(), null, new Fault(Fault.Kind.valueOf(kind), code, millis), times);
  }

  /** From now on the provider says that this number takes calls only. */
  public void landline(PhoneNumber phone) {
    lines.set(phone.e164(), "landline");
  }

  /** How often the provider was asked what kind of line it is. */
  public int lookUps(PhoneNumber phone) {
    return lines.asked(phone.e164());
  }

  /** Every call of the provider takes so much longer. */
  public void latency(java.time.Duration each) {
    latency.set(each);
  }

  @Nullable String bodyOf(PhoneNumber phone) {
    return texts(phone).isEmpty() ? null : texts(phone).getLast();
  }
}
