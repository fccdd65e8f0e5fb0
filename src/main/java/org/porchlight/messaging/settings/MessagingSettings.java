package org.porchlight.messaging.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code porchlight.messaging}.
 *
 * @param publicBaseUrl where the provider reaches us, as it writes it: scheme, host and port are
 *     part of its signature. Absent: this machine's own address, for embedded parts
 * @param earlierMargin how long before closing a reminder goes that was moved earlier
 * @param dailyFuse texts to one phone in one day; beyond it nothing leaves, whatever else goes
 *     wrong
 * @param lostAfter an attempt without an answer for this long is looked for in the provider's list;
 *     longer than the provider's timeout
 * @param lookUps how often it is looked for, {@code lostAfter} apart, before a person has to settle
 *     it
 * @param callsAtOnce of the provider, from each replica
 * @param claimedAtOnce texts between their claim and their stored answer, in each replica: more is
 *     faster, but so many may be for people to settle after a crash
 * @param unaskedPerStaffHour how many unasked texts leave in an hour for each of a district's staff
 *     who answer families, where nobody sets a pace; 0: no limit
 * @param spread over how long those that waited for the window are spread when it opens
 */
@Validated
@ConfigurationProperties("porchlight.messaging")
public record MessagingSettings(
    @Nullable URI publicBaseUrl,
    @DefaultValue("PT1H") Duration earlierMargin,
    @Min(1) @DefaultValue("8") int dailyFuse,
    @DefaultValue("PT1M") Duration lostAfter,
    @Min(1) @DefaultValue("3") int lookUps,
    @Min(1) @DefaultValue("8") int callsAtOnce,
    @Min(1) @DefaultValue("24") int claimedAtOnce,
    @DefaultValue("PT10M") Duration spread,
    @Min(0) @DefaultValue("20") int unaskedPerStaffHour,
    @Valid @DefaultValue Pace pace,
    @Valid @DefaultValue Twilio twilio) {

  /**
   * How fast texts leave, in segments, for all replicas together.
   *
   * @param perSecond 0: no limit. The default is what carriers allow a small 10DLC campaign
   * @param perDay 0: no limit. The default is T-Mobile's for a small brand, counted over all its
   *     senders
   * @param keptForUrgent the part of a day's segments that only receipts and agreed visits may use
   * @param dayZone in which the provider's day begins at midnight
   */
  public record Pace(
      @DecimalMin("0") @DefaultValue("4") double perSecond,
      @Min(0) @DefaultValue("2000") int perDay,
      @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.1") double keptForUrgent,
      @DefaultValue("America/Los_Angeles") ZoneId dayZone) {

    public boolean limited() {
      return perSecond > 0 || perDay > 0;
    }

    /** With a limit for the day only, a whole day's segments may leave at once. */
    public double burst() {
      return perSecond > 0 ? Math.max(1, perSecond) : perDay;
    }

    /** Segments a second that come back. */
    public double refill() {
      return perSecond > 0 ? perSecond : perDay;
    }
  }

  /**
   * The account at the provider.
   *
   * @param baseUrl of its API; a path alone ({@code /simulator}) is on this server
   * @param apiKey with its secret, for our calls
   * @param authToken signs its calls to us
   * @param sender our number in E.164 form, or a messaging service's id (MG...)
   * @param timeout for connecting and for the answer
   */
  public record Twilio(
      @NotBlank @DefaultValue("https://api.twilio.com") String baseUrl,
      @NotBlank(message = "is missing: set the account's SID (AC...)") String accountSid,
      @NotBlank(message = "is missing: set an API key's SID (SK...)") String apiKey,
      @NotBlank(message = "is missing: set the API key's secret") String apiSecret,
      @NotBlank(message = "is missing: set the account's auth token") String authToken,
      @NotBlank(message = "is missing: set our number or a messaging service")
          @Pattern(regexp = "\\+[1-9][0-9]{6,14}|MG[0-9a-f]{32}")
          String sender,
      @DefaultValue("PT10S") Duration timeout) {

    /** Hides the secrets. */
    @Override
    public String toString() {
      return "Twilio[" + baseUrl + "]";
    }
  }
}
