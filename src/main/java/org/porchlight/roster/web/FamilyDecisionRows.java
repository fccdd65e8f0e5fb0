package org.porchlight.roster.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.FamilyDecisions.Decided;
import org.porchlight.roster.FamilyDecisions.Proposal;
import org.porchlight.roster.FamilyDecisions.Restriction;
import org.porchlight.roster.FamilyDecisions.What;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * What the pages about families to confirm show. The lists hold names of the reader's scope and
 * open no file.
 */
@Component
class FamilyDecisionRows {

  private final Families families;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final Users users;

  FamilyDecisionRows(Families families, Schools schools, SchoolCalendars calendars, Users users) {
    this.families = families;
    this.schools = schools;
    this.calendars = calendars;
    this.users = users;
  }

  List<ProposalRow> proposals(List<Proposal> proposals) {
    return proposals.stream()
        .map(
            proposal ->
                new ProposalRow(
                    proposal.id(), proposal.reason().name(), lines(proposal.students())))
        .toList();
  }

  List<RestrictedRow> restricted(List<FamilyId> restricted) {
    return restricted.stream()
        .flatMap(id -> families.find(id).stream())
        .map(
            family ->
                new RestrictedRow(
                    family.id().value(), family.students().stream().map(this::line).toList()))
        .toList();
  }

  List<DecidedRow> decided(List<Decided> decided) {
    return decided.stream().map(this::decided).toList();
  }

  private DecidedRow decided(Decided one) {
    Optional<Family> family =
        one.students().stream().findFirst().flatMap(families::ofStudent).flatMap(families::find);
    ZoneId zone = family.map(found -> calendars.zone(found.district())).orElse(ZoneId.of("UTC"));
    boolean parts =
        one.what() == What.CONFIRMED && family.map(f -> f.students().size()).orElse(0) > 1;
    boolean reads = one.contact() != null;
    return new DecidedRow(
        one.what().name(),
        lines(one.students()).stream().map(StudentLine::name).collect(Collectors.joining(", ")),
        one.why(),
        users.find(one.by()).map(Actor::displayName).orElse(""),
        new ImportsPage.Times(zone).of(one.at()),
        parts ? family.map(found -> found.id().value()).orElse(null) : null,
        reads ? family.map(found -> found.id().value()).orElse(null) : null);
  }

  /** Of an opened file. */
  FileRow file(Family family) {
    return new FileRow(
        family.id().value(),
        family.students().stream().map(this::line).toList(),
        family.guardians().stream().map(FamilyDecisionRows::contact).toList());
  }

  /** One for each contact and text, for all students whom it is about. */
  List<NoteRow> notes(Family family, List<Restriction> restrictions) {
    List<NoteRow> notes = new ArrayList<>();
    restrictions.stream()
        .collect(
            Collectors.groupingBy(
                note -> new Note(note.contact().value(), note.text()),
                java.util.LinkedHashMap::new,
                Collectors.toList()))
        .forEach(
            (note, all) ->
                notes.add(
                    new NoteRow(
                        note.contact(),
                        family.guardians().stream()
                            .filter(one -> one.id().value().equals(note.contact()))
                            .findFirst()
                            .map(FamilyDecisionRows::contact)
                            .orElse(null),
                        lines(all.stream().map(Restriction::student).toList()),
                        note.text(),
                        note.text().hashCode(),
                        all.stream().allMatch(Restriction::read))));
    return notes;
  }

  private record Note(UUID contact, String text) {}

  private List<StudentLine> lines(List<StudentId> students) {
    return students.stream()
        .map(
            id ->
                families
                    .ofStudent(id)
                    .flatMap(families::find)
                    .flatMap(
                        family ->
                            family.students().stream()
                                .filter(student -> student.id().equals(id))
                                .findFirst())
                    .map(this::line)
                    .orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private StudentLine line(Family.Student student) {
    SchoolId school = student.school();
    return new StudentLine(
        student.id().value(),
        student.firstName() + " " + student.lastName(),
        student.grade(),
        school == null ? "" : schools.find(school).map(Schools.School::name).orElse(""));
  }

  private static ContactLine contact(Family.Guardian guardian) {
    return new ContactLine(
        guardian.firstName() + " " + guardian.lastName(),
        guardian.relation(),
        guardian.address(),
        guardian.phones().stream()
            .map(
                phone -> {
                  var number = phone.number();
                  return number == null ? phone.asGiven() : number.written();
                })
            .toList());
  }

  public record StudentLine(UUID id, String name, @Nullable String grade, String school) {}

  public record ContactLine(
      String name, @Nullable String relation, @Nullable String address, List<String> phones) {}

  public record ProposalRow(UUID id, String reason, List<StudentLine> students) {}

  public record RestrictedRow(UUID family, List<StudentLine> students) {}

  public record FileRow(UUID id, List<StudentLine> students, List<ContactLine> contacts) {}

  /**
   * @param seen tells this text from another
   * @param kept a person has read it already and let it stand
   */
  public record NoteRow(
      UUID contact,
      @Nullable ContactLine who,
      List<StudentLine> students,
      String text,
      int seen,
      boolean kept) {}

  /**
   * @param part the family that may be parted again
   * @param reread the family whose note may be read again
   */
  public record DecidedRow(
      String what,
      String students,
      String why,
      String by,
      String at,
      @Nullable UUID part,
      @Nullable UUID reread) {}
}
