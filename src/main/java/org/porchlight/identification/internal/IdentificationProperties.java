package org.porchlight.identification.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for all districts; the rest is in each district's program settings.
 *
 * @param schoolYearStartMonth a refusal holds until the first day of this month comes round
 *     (Connecticut: July)
 * @param looksAt time of the district at which the daily look for families begins
 */
@Validated
@ConfigurationProperties("porchlight.identification")
record IdentificationProperties(
    @Min(1) @Max(12) @DefaultValue("7") int schoolYearStartMonth,
    @NotNull @DefaultValue("06:30") LocalTime looksAt) {}
