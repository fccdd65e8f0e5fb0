package org.porchlight.messaging.text;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param programName how texts name the program, after the district's name
 * @param approveDrafts takes machine-drafted translations as approved: for demonstrations only
 */
@Validated
@ConfigurationProperties("porchlight.messaging.text")
public record TextSettings(
    @NotBlank @DefaultValue("Family Visits") String programName,
    @DefaultValue("false") boolean approveDrafts) {}
