package org.porchlight.identification.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How families are ranked, in points, and how long a refusal holds. The defaults put every severe
 * family before every moderate one: a moderate family gets at most 50 + 19 points for its share,
 * and 10 for each sibling.
 *
 * @param severePoints for a student in the severe band
 * @param moderatePoints for a student in the moderate band
 * @param pointsPerPercent for each percent of days missed by the student who missed most
 * @param pointsPerSibling for each chronically absent student beyond the first
 * @param transitionGrades grades that begin a new school, as rosters write them
 * @param transitionPoints for a chronically absent student in one of them
 * @param schoolYearStartMonth a refusal holds until the first day of this month comes round
 *     (Connecticut: July)
 */
@Validated
@ConfigurationProperties("porchlight.identification")
record IdentificationProperties(
    @PositiveOrZero @DefaultValue("100") int severePoints,
    @PositiveOrZero @DefaultValue("50") int moderatePoints,
    @PositiveOrZero @DefaultValue("1") int pointsPerPercent,
    @PositiveOrZero @DefaultValue("10") int pointsPerSibling,
    @NotNull @DefaultValue({"K", "KG", "Kindergarten", "6", "Sixth grade", "9", "Ninth grade"})
        Set<String> transitionGrades,
    @PositiveOrZero @DefaultValue("5") int transitionPoints,
    @jakarta.validation.constraints.Min(1)
        @jakarta.validation.constraints.Max(12)
        @DefaultValue("7")
        int schoolYearStartMonth) {}
