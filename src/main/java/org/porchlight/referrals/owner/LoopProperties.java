package org.porchlight.referrals.owner;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The hours in which people work on barriers. How many of them something may take is for the
 * decision {@code escalation} to say.
 *
 * @param dayBegins in the district's zone, on the days on which the program works
 * @param linkLife how long a partner can use its link
 * @param questionLife how long a text may still be the answer to "did it help?"
 */
@Validated
@ConfigurationProperties("porchlight.referrals.loop")
public record LoopProperties(
    @NotNull @DefaultValue("09:00") LocalTime dayBegins,
    @NotNull @DefaultValue("17:00") LocalTime dayEnds,
    @NotNull @DefaultValue("30d") Duration linkLife,
    @NotNull @DefaultValue("14d") Duration questionLife) {}
