package org.porchlight.visits.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Times around visits; clock times are of the district's zone.
 *
 * @param publicUrl what links in texts to visitors begin with
 * @param answerWithin how long two visitors have to answer, from when they can be texted
 * @param remindBefore the visit: the first reminder, to family and visitors
 * @param remindAgainBefore the visit: the last one
 * @param alertAfter the visit's end, if nobody has checked out
 * @param nudgeAfter after the visit: a first friendly word about the log
 * @param logWithin after the visit: the log is due
 * @param visitsFrom earliest start of a visit
 * @param visitsUntil latest end of a visit; evenings count, they are when families are at home
 * @param bookAtMostAhead how far ahead a visit is agreed
 * @param safetyNoteDays after a visit that was not safe: no visit to that place, and its note is
 *     kept, unless its reviewer says otherwise
 */
@Validated
@ConfigurationProperties("porchlight.visits")
record VisitProperties(
    @NotNull @DefaultValue("http://127.0.0.1:8800") URI publicUrl,
    @NotNull @DefaultValue("24h") Duration answerWithin,
    @NotNull @DefaultValue("48h") Duration remindBefore,
    @NotNull @DefaultValue("2h") Duration remindAgainBefore,
    @NotNull @DefaultValue("30m") Duration alertAfter,
    @NotNull @DefaultValue("24h") Duration nudgeAfter,
    @NotNull @DefaultValue("48h") Duration logWithin,
    @NotNull @DefaultValue("08:00") LocalTime visitsFrom,
    @NotNull @DefaultValue("20:30") LocalTime visitsUntil,
    @NotNull @DefaultValue("120d") Duration bookAtMostAhead,
    @Positive @DefaultValue("90") int safetyNoteDays) {}
