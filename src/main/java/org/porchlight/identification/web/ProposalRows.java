package org.porchlight.identification.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.web.Backgrounds.Background;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The list's rows: as much of a family as deciding needs, and no more. The proposals are those of
 * the reader's scope already; the family's file itself opens on its own page, through the gate.
 */
@Component
class ProposalRows {

  private final Families families;
  private final Schools schools;
  private final Backgrounds backgrounds;

  ProposalRows(Families families, Schools schools, Backgrounds backgrounds) {
    this.families = families;
    this.schools = schools;
    this.backgrounds = backgrounds;
  }

  List<Row> of(DistrictId district, List<ShownProposals.Ranked> proposals) {
    Map<FamilyId, Background> known =
        backgrounds.of(
            district, proposals.stream().map(ranked -> ranked.proposal().family()).toList());
    List<Row> rows = new ArrayList<>();
    for (ShownProposals.Ranked ranked : proposals) {
      ProposedFamily proposal = ranked.proposal();
      Map<StudentId, Family.Student> students =
          families
              .find(proposal.family())
              .map(family -> family.students().stream())
              .orElseGet(java.util.stream.Stream::empty)
              .collect(Collectors.toMap(Family.Student::id, Function.identity()));
      rows.add(
          new Row(
              ranked.rank(),
              proposal,
              proposal.students().stream().map(figures -> student(figures, students)).toList(),
              known.get(proposal.family())));
    }
    return rows;
  }

  /** Of the reader's proposals, by name. */
  List<Schools.School> schools(Set<SchoolId> ids) {
    return ids.stream()
        .map(schools::find)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Schools.School::name))
        .toList();
  }

  private Student student(Figures figures, Map<StudentId, Family.Student> students) {
    Family.Student student = students.get(figures.student());
    return new Student(
        student == null ? "" : student.firstName() + " " + student.lastName(),
        student == null ? null : student.grade(),
        school(figures.school()),
        figures);
  }

  private String school(SchoolId id) {
    return schools.find(id).map(Schools.School::name).orElse("");
  }

  /** One proposed family. */
  record Row(
      int rank, ProposedFamily proposal, List<Student> students, @Nullable Background background) {

    /** For labels of buttons: whom the button is about. */
    public String names() {
      return students.stream().map(Student::name).collect(Collectors.joining(", "));
    }
  }

  /** One chronically absent student of it. */
  record Student(String name, @Nullable String grade, String school, Figures figures) {}
}
