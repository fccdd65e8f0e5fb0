package org.porchlight.messaging.inbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks {@code X-Twilio-Signature}: HMAC-SHA1 with the account's auth token over the full public
 * address and all form parameters, whichever they are. It carries no time, so that a replay passes:
 * whoever uses it must tolerate repeats.
 */
final class TwilioSignature {

  private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(&|$)");

  private final String authToken;

  TwilioSignature(String authToken) {
    this.authToken = authToken;
  }

  /** For a form. Twilio signs with or without the port, depending on its product. */
  boolean validForm(String url, Map<String, List<String>> parameters, String signature) {
    StringBuilder signed = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, values) ->
                new TreeSet<>(values).forEach(value -> signed.append(name).append(value)));
    return validUrl(url, signed.toString(), signature);
  }

  /** For a JSON body, whose hash is in the address. */
  boolean validBody(String url, String body, String signature) {
    Matcher hash = BODY_HASH.matcher(url);
    return hash.find()
        && MessageDigest.isEqual(HexFormat.of().parseHex(hash.group(1)), sha256(body))
        && validUrl(url, "", signature);
  }

  private boolean validUrl(String url, String rest, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean plain = MessageDigest.isEqual(given, sign(withoutPort(url) + rest));
    boolean ported = MessageDigest.isEqual(given, sign(withPort(url) + rest));
    return plain || ported;
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA1", e);
    }
  }

  private static byte[] sha256(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static String withoutPort(String url) {
    URI uri = URI.create(url);
    return uri.getPort() < 0 ? url : url.replaceFirst(":" + uri.getPort() + "(?=[/?#]|$)", "");
  }

  private static String withPort(String url) {
    URI uri = URI.create(url);
    if (uri.getPort() >= 0) {
      return url;
    }
    int port = "https".equals(uri.getScheme()) ? 443 : 80;
    return url.replaceFirst(
        Pattern.quote(uri.getRawAuthority()),
        Matcher.quoteReplacement(uri.getRawAuthority() + ":" + port));
  }
}
