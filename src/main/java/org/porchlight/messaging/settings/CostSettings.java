package org.porchlight.messaging.settings;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a segment costs, for estimates before sending.
 *
 * @param perSegment with the phone companies' fees; the default is an example, not a provider's
 *     promise: set it from your bill
 * @param currency ISO 4217
 */
@Validated
@ConfigurationProperties("porchlight.messaging.costs")
public record CostSettings(
    @DecimalMin("0") @DefaultValue("0.0083") BigDecimal perSegment,
    @Pattern(regexp = "[A-Z]{3}") @DefaultValue("USD") String currency) {}
