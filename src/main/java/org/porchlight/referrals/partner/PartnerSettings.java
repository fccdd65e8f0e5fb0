package org.porchlight.referrals.partner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code porchlight.referrals}.
 *
 * @param mailFrom the address that partners' e-mail comes from
 * @param visit how long a browser that spent a link may read the page
 * @param newLink how long a link lives that a partner asked for
 * @param newLinksADay that a partner may ask for, of one referral
 * @param wrongTokens that one address may try in ten minutes
 * @param mailTries before a link counts as not sent
 * @param mailEvery how long until the next try, doubled each time
 * @param textWithin how long a text may wait for its turn before it counts as not sent
 */
@Validated
@ConfigurationProperties("porchlight.referrals")
public record PartnerSettings(
    @NotBlank @Email @DefaultValue("porchlight@localhost.localdomain") String mailFrom,
    @DefaultValue("2h") Duration visit,
    @DefaultValue("7d") Duration newLink,
    @Min(1) @DefaultValue("5") int newLinksADay,
    @Min(1) @DefaultValue("20") int wrongTokens,
    @Min(1) @DefaultValue("6") int mailTries,
    @DefaultValue("1m") Duration mailEvery,
    @DefaultValue("1d") Duration textWithin) {}
