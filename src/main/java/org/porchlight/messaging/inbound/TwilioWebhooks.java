package org.porchlight.messaging.inbound;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.settings.OwnAddress;
import org.porchlight.messaging.settle.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provider's calls to us: checked, stored and answered at once; understood afterwards. */
@RestController
@RequestMapping("/twilio")
class TwilioWebhooks {

  private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);
  private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private static final int MOST_MEDIA = 10;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,20}/[a-zA-Z0-9.+-]{1,60}");

  private final TwilioSignature signature;
  private final OwnAddress address;
  private final InboundTexts inbound;
  private final Deliveries deliveries;

  TwilioWebhooks(
      MessagingSettings settings, OwnAddress address, InboundTexts inbound, Deliveries deliveries) {
    this.signature = new TwilioSignature(settings.twilio().authToken());
    this.address = address;
    this.inbound = inbound;
    this.deliveries = deliveries;
  }

  @PostMapping("/inbound")
  ResponseEntity<String> inbound(
      HttpServletRequest request,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String given)
      throws IOException {
    SignedForm form = SignedForm.of(request);
    if (!signed(request, form, given)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    String sid = form.field("MessageSid");
    String from = form.field("From");
    if (sid == null || from == null) {
      return ResponseEntity.badRequest().build();
    }
    String body = form.field("Body");
    Integer media = number(form.field("NumMedia"));
    int kept = media == null ? 0 : media;
    inbound.store(
        sid, from, body == null ? "" : body, kept, kinds(form, kept), form.field("OptOutType"));
    return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NO_REPLY);
  }

  @PostMapping("/status")
  ResponseEntity<Void> status(
      HttpServletRequest request,
      @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String given)
      throws IOException {
    SignedForm form = SignedForm.of(request);
    if (!signed(request, form, given)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    String sid = form.field("MessageSid");
    String status = form.field("MessageStatus");
    if (sid == null || status == null) {
      return ResponseEntity.badRequest().build();
    }
    deliveries.store(
        sid, status, attempt(form.inAddress("attempt")), number(form.field("ErrorCode")));
    return ResponseEntity.noContent().build();
  }

  private boolean signed(HttpServletRequest request, SignedForm form, String given) {
    String query = request.getQueryString();
    String url =
        address.publicBase() + request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean valid = form.signedBy(signature, url, given);
    if (!valid) {
      log.warn(
          "A call of {} has a wrong signature: check the auth token and public-base-url",
          request.getServletPath());
    }
    return valid;
  }

  /** Such as "image/jpeg"; the pictures themselves are not fetched: nobody here may need them. */
  private static @Nullable String kinds(SignedForm form, int media) {
    String kinds =
        IntStream.range(0, Math.min(media, MOST_MEDIA))
            .mapToObj(i -> form.field("MediaContentType" + i))
            .filter(kind -> kind != null && MEDIA_TYPE.matcher(kind).matches())
            .collect(Collectors.joining(","));
    return kinds.isEmpty() ? null : kinds;
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,6}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable UUID attempt(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
