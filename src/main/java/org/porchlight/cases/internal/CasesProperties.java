package org.porchlight.cases.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast a case moves. School days are those of the family's school, in summer the program's own
 * work days.
 *
 * @param dayBegins no step falls due before this time of the district
 * @param dayEnds nor after this one; due dates of tasks are at this time
 * @param planSchoolDays to plan the first contact
 * @param answerSchoolDays a family has before each reminder, and after the last one
 * @param contactSchoolDays to contact a family, to call back, to repair a contact
 * @param retrySchoolDays between two tries
 * @param laterDays that a "later" without a date means
 * @param pauseDays how long a family that texts PAUSE is left in peace
 * @param agreeSchoolDays to agree on a time
 * @param followUpDueSchoolDays that the caller then has
 * @param reviewSchoolDays the team has to decide
 * @param nextContactDays to the next contact of a case kept open, unless the team names a day
 * @param barrierSchoolDays until somebody has looked at a barrier that was told
 * @param urgentBarrierWithin the same for one that cannot wait, in working time
 * @param sameHistory a family whose case ended no longer ago goes on with it, as the next run
 * @param eventTopic of the events for other systems
 */
@Validated
@ConfigurationProperties("porchlight.cases")
public record CasesProperties(
    @NotNull @DefaultValue("09:00") LocalTime dayBegins,
    @NotNull @DefaultValue("17:00") LocalTime dayEnds,
    @Min(1) @Max(20) @DefaultValue("2") int planSchoolDays,
    @Min(1) @Max(20) @DefaultValue("2") int answerSchoolDays,
    @Min(1) @Max(20) @DefaultValue("2") int contactSchoolDays,
    @Min(1) @Max(20) @DefaultValue("2") int retrySchoolDays,
    @Min(1) @Max(120) @DefaultValue("14") int laterDays,
    @Min(1) @Max(180) @DefaultValue("28") int pauseDays,
    @Min(1) @Max(20) @DefaultValue("3") int agreeSchoolDays,
    @Min(1) @Max(20) @DefaultValue("2") int followUpDueSchoolDays,
    @Min(1) @Max(30) @DefaultValue("5") int reviewSchoolDays,
    @Min(1) @Max(120) @DefaultValue("14") int nextContactDays,
    @Min(1) @Max(20) @DefaultValue("3") int barrierSchoolDays,
    @NotNull @DefaultValue("1h") Duration urgentBarrierWithin,
    @NotNull @DefaultValue("365d") Duration sameHistory,
    @NotEmpty @DefaultValue("case.events") String eventTopic) {}
