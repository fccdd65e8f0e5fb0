package org.porchlight.messaging.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.porchlight.messaging.settings.LookupSettings;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.settings.OwnAddress;
import org.porchlight.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Twilio's Lookup v2, of which only line type intelligence is asked for. */
@Component
class TwilioLookup implements Lookup {

  private static final Logger log = LoggerFactory.getLogger(TwilioLookup.class);

  private final TwilioRestClient client;

  TwilioLookup(
      MessagingSettings messaging, LookupSettings settings, OwnAddress address, Clock clock) {
    MessagingSettings.Twilio account = messaging.twilio();
    this.client =
        new TwilioRestClient.Builder(account.apiKey(), account.apiSecret())
            .accountSid(account.accountSid())
            .httpClient(
                new OneTryHttpClient(
                    () -> address.at(settings.baseUrl()), account.timeout(), clock))
            .build();
  }

  @Override
  public Optional<String> lineType(PhoneNumber phone) {
    try {
      var found =
          com.twilio.rest.lookups.v2.PhoneNumber.fetcher(phone.e164())
              .setFields("line_type_intelligence")
              .fetch(client)
              .getLineTypeIntelligence();
      return found == null ? Optional.empty() : Optional.ofNullable(found.getType());
    } catch (TwilioException
        | UncheckedIOException
        | OneTryHttpClient.NotConnected
        | OneTryHttpClient.TooBusy e) {
      log.warn("The provider did not say what kind of line a number is: it is texted all the same");
      return Optional.empty();
    }
  }
}
