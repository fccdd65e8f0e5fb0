package org.porchlight.tasks.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.porchlight.cases.CaseView;
import org.porchlight.roster.Family;
import org.porchlight.roster.ProgramLanguages;
import org.porchlight.tasks.internal.Subjects;

/** Who a page is about: people and their languages first. */
public record FamilyHeader(String id, String students, List<String> languages) {

  static FamilyHeader of(CaseView view, Family family) {
    return new FamilyHeader(view.family().toString(), Subjects.students(family), languages(family));
  }

  /** In English, each once; empty where the roster names none. */
  static List<String> languages(Family family) {
    return family.contacts().stream()
        .flatMap(guardian -> Stream.of(guardian.spokenLanguage(), guardian.writtenLanguage()))
        .filter(Objects::nonNull)
        .map(FamilyHeader::language)
        .distinct()
        .toList();
  }

  /**
   * @param code BCP 47
   */
  static String language(String code) {
    return ProgramLanguages.name(code, Locale.ENGLISH);
  }
}
