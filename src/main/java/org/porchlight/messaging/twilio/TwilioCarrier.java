package org.porchlight.messaging.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.settings.OwnAddress;
import org.porchlight.messaging.twilio.Carrier.LookUp.Absent;
import org.porchlight.messaging.twilio.Carrier.LookUp.Found;
import org.porchlight.messaging.twilio.Carrier.LookUp.Unreachable;
import org.porchlight.messaging.twilio.Carrier.Outcome.Accepted;
import org.porchlight.messaging.twilio.Carrier.Outcome.Busy;
import org.porchlight.messaging.twilio.Carrier.Outcome.Refused;
import org.porchlight.messaging.twilio.Carrier.Outcome.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Twilio's Programmable Messaging, or anything that speaks like it. */
@Component
class TwilioCarrier implements Carrier {

  private static final Logger log = LoggerFactory.getLogger(TwilioCarrier.class);

  /** Dates of the provider's list are whole seconds of its own clock. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

  private final MessagingSettings.Twilio settings;
  private final OwnAddress address;
  private final TwilioRestClient client;

  TwilioCarrier(MessagingSettings settings, OwnAddress address, Clock clock) {
    this.settings = settings.twilio();
    this.address = address;
    this.client =
        new TwilioRestClient.Builder(this.settings.apiKey(), this.settings.apiSecret())
            .accountSid(this.settings.accountSid())
            .httpClient(new OneTryHttpClient(address::providerBase, this.settings.timeout(), clock))
            .build();
  }

  @Override
  public Outcome post(Text text) {
    String callback = address.publicBase() + "/twilio/status?attempt=" + text.attempt();
    try {
      Message message =
          creator(text)
              .setStatusCallback(callback)
              .setValidityPeriod((int) text.validity().toSeconds())
              .create(client);
      return new Accepted(message.getSid(), message.getStatus().toString());
    } catch (ApiException e) {
      return refused(e);
    } catch (OneTryHttpClient.TooBusy e) {
      return new Busy(e.retryAfter());
    } catch (OneTryHttpClient.NotConnected e) {
      log.warn("The provider cannot be reached: texts wait");
      return new Busy(Duration.ofSeconds(30));
    } catch (TwilioException | UncheckedIOException e) {
      log.warn("No answer from the provider for attempt {}", text.attempt());
      return new Unknown();
    }
  }

  @Override
  public LookUp find(Text text, Instant notBefore, Set<String> knownIds) {
    Instant earliest = notBefore.minus(CLOCK_SKEW);
    try {
      for (Message message :
          Message.reader()
              .setTo(new com.twilio.type.PhoneNumber(text.to().e164()))
              .setDateSentAfter(earliest.truncatedTo(ChronoUnit.DAYS).atZone(ZoneOffset.UTC))
              .read(client)) {
        if (text.says(message.getBody())
            && !knownIds.contains(message.getSid())
            && message.getDirection() != Message.Direction.INBOUND
            && (message.getDateCreated() == null
                || !message.getDateCreated().toInstant().isBefore(earliest))) {
          return new Found(message.getSid(), message.getStatus().toString());
        }
      }
      return new Absent();
    } catch (TwilioException
        | UncheckedIOException
        | OneTryHttpClient.NotConnected
        | OneTryHttpClient.TooBusy e) {
      log.warn("The provider's list cannot be read for attempt {}", text.attempt());
      return new Unreachable();
    }
  }

  private MessageCreator creator(Text text) {
    var to = new com.twilio.type.PhoneNumber(text.to().e164());
    return settings.sender().startsWith("MG")
        ? Message.creator(to, settings.sender(), text.body())
        : Message.creator(to, new com.twilio.type.PhoneNumber(settings.sender()), text.body());
  }

  /** A 5xx leaves open whether the text went; the provider's 4xx do not. */
  private Outcome refused(ApiException e) {
    Integer status = e.getHttpStatusCode() != null ? e.getHttpStatusCode() : e.getStatusCode();
    int code = e.getCode() == null ? 0 : e.getCode();
    if (status == null || status >= 500) {
      return new Unknown();
    }
    if (CarrierError.of(code) == CarrierError.BUSY) {
      return new Busy(Duration.ZERO);
    }
    return new Refused(status == 401 ? CarrierError.CHANNEL_STOPPED : CarrierError.of(code), code);
  }
}
