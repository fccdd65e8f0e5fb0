package org.porchlight.messaging.settings;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lineTypes asks the provider, before the first text to a number, what kind of line it is:
 *     once for each number, at the provider's price
 * @param baseUrl of the provider's Lookup API; a path alone ({@code /simulator}) is on this server
 */
@Validated
@ConfigurationProperties("porchlight.messaging.lookup")
public record LookupSettings(
    @DefaultValue("false") boolean lineTypes,
    @NotBlank @DefaultValue("https://lookups.twilio.com") String baseUrl) {}
