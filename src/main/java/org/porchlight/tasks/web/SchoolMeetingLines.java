package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.porchlight.cases.SchoolMeetings.Meeting;
import org.porchlight.cases.SchoolMeetings.State;
import org.porchlight.roster.Family;
import org.porchlight.roster.ProgramLanguages;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.FamilyMeetings;
import org.springframework.stereotype.Component;

/** Meetings at school with an interpreter, as a family's page shows them. */
@Component
class SchoolMeetingLines {

  private final FamilyMeetings meetings;

  SchoolMeetingLines(FamilyMeetings meetings) {
    this.meetings = meetings;
  }

  List<MeetingLine> of(Folder folder, ZoneId zone) {
    return folder.homeRevealed()
        ? folder.newest().map(meetings::of).orElse(List.of()).stream()
            .map(meeting -> line(meeting, zone))
            .toList()
        : List.of();
  }

  /** The family's own first; the others for a guest whom the roster does not know. */
  static List<Language> languages(Family family) {
    Set<String> codes = new LinkedHashSet<>();
    family.contacts().stream()
        .flatMap(one -> Stream.of(one.spokenLanguage(), one.writtenLanguage()))
        .filter(Objects::nonNull)
        .filter(code -> !english(code))
        .forEach(codes::add);
    ProgramLanguages.SPOKEN.stream().filter(code -> !english(code)).forEach(codes::add);
    return codes.stream().map(code -> new Language(code, FamilyHeader.language(code))).toList();
  }

  private static boolean english(String code) {
    return Locale.forLanguageTag(code).getLanguage().equals("en");
  }

  private static MeetingLine line(Meeting meeting, ZoneId zone) {
    return new MeetingLine(
        meeting.id(),
        FamilyHeader.language(meeting.wanted().language()),
        Objects.requireNonNull(Times.moment(meeting.wanted().startsAt(), zone)),
        meeting.wanted().place(),
        meeting.wanted().forWhom(),
        meeting.state().name(),
        switch (meeting.state()) {
          case ASKED -> List.of(State.BOOKED.name(), State.CALLED_OFF.name());
          case BOOKED -> List.of(State.HELD.name(), State.CALLED_OFF.name());
          default -> List.of();
        });
  }

  public record Language(String code, String name) {}

  /**
   * @param state message key {@code families.meeting.state.<state>}
   * @param next message keys {@code families.meeting.next.<state>}
   */
  public record MeetingLine(
      UUID id,
      String language,
      String at,
      String place,
      String forWhom,
      String state,
      List<String> next) {}
}
