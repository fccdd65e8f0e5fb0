package org.porchlight.roster.imports;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param key 32 bytes in Base64 that uploads and quarantined values are encrypted with; empty: made
 *     once, in the data folder
 * @param maxRemovedShare an import that removes more than this part of a kind (and more than {@code
 *     alwaysAllowed} records) stops
 * @param maxChangedShare the same for changes
 * @param alwaysAllowed as many records may always change or go
 * @param keepUploads after an import was applied, or was left alone
 * @param maxUnpackedBytes one file, unpacked: a bomb stops here
 * @param maxListedErrors errors beyond this are counted, not listed
 */
@Validated
@ConfigurationProperties("porchlight.roster")
record ImportSettings(
    @Nullable String key,
    @DefaultValue("0.10") @DecimalMin("0") @DecimalMax("1") double maxRemovedShare,
    @DefaultValue("0.50") @DecimalMin("0") @DecimalMax("1") double maxChangedShare,
    @DefaultValue("20") @Min(0) int alwaysAllowed,
    @DefaultValue("30d") Duration keepUploads,
    @DefaultValue("8589934592") @Min(1) long maxUnpackedBytes,
    @DefaultValue("5000") @Min(1) int maxListedErrors) {}
