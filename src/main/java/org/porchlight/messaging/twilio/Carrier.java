package org.porchlight.messaging.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.TextSecrets;
import org.porchlight.shared.PhoneNumber;

/** The provider of text messages. */
public interface Carrier {

  /** Asks the provider, once and without retrying, to send a text. */
  Outcome post(Text text);

  /** Looks for a text that we never got an answer for. */
  LookUp find(Text text, Instant notBefore, Set<String> knownIds);

  /**
   * @param attempt goes into the callback's address, so that a callback finds it without an answer
   * @param validity how long the provider may keep trying
   */
  record Text(UUID attempt, PhoneNumber to, String body, Duration validity) {

    /** With the secret in the place of its mark. */
    public Text with(String secret) {
      return new Text(attempt, to, body.replace(TextSecrets.MARK, secret), validity);
    }

    /** Whether these can be its words: nobody knows any more which secret stood in them. */
    boolean says(@Nullable String words) {
      return words != null
          && Pattern.matches(
              Arrays.stream(body.split(Pattern.quote(TextSecrets.MARK), -1))
                  .map(Pattern::quote)
                  .collect(Collectors.joining("[A-Za-z0-9_-]{43}")),
              words);
    }
  }

  /** What became of a call. */
  sealed interface Outcome {

    record Accepted(String id, String status) implements Outcome {}

    /** Refused for certain. */
    record Refused(CarrierError error, int code) implements Outcome {}

    /** Certainly not processed; may be tried again. */
    record Busy(Duration retryAfter) implements Outcome {}

    /** Perhaps sent, perhaps not. */
    record Unknown() implements Outcome {}
  }

  /** What the provider's list says. */
  sealed interface LookUp {

    record Found(String id, String status) implements LookUp {}

    /** Not in the list; which is no proof that it will not be yet. */
    record Absent() implements LookUp {}

    record Unreachable() implements LookUp {}
  }
}
