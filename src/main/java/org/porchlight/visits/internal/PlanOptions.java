package org.porchlight.visits.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family;
import org.porchlight.roster.ProgramLanguages;
import org.porchlight.visits.internal.VisitorRanking.RankedVisitor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words the choices of the form {@code plan-first-contact}. Holds names: for the page only. */
@Component
class PlanOptions {

  private final MessageSource messages;

  PlanOptions(MessageSource messages) {
    this.messages = messages;
  }

  List<Map<String, Object>> guardians(Family family) {
    return family.contacts().stream()
        .map(
            guardian ->
                FormValues.option(
                    guardian.id(),
                    guardian.firstName()
                        + " "
                        + guardian.lastName()
                        + (guardian.relation() == null ? "" : ", " + guardian.relation())
                        + (guardian.textable().isPresent()
                            ? ""
                            : " (" + text("visits.noTexts") + ")")))
        .toList();
  }

  List<Map<String, Object>> visitors(List<RankedVisitor> ranked, @Nullable String language) {
    return ranked.stream()
        .map(one -> FormValues.option(one.visitor().user(), label(one, language)))
        .toList();
  }

  /** The family's language first, then the others that families of the program speak. */
  List<Map<String, Object>> interpreters(@Nullable String language) {
    String own = language == null ? "" : Visitor.primary(language);
    return Stream.concat(
            Stream.ofNullable(language),
            ProgramLanguages.SPOKEN.stream()
                .filter(code -> !code.equals("en") && !Visitor.primary(code).equals(own)))
        .map(code -> FormValues.option(code, name(code)))
        .toList();
  }

  private String label(RankedVisitor ranked, @Nullable String language) {
    Visitor visitor = ranked.visitor();
    String spoken = language == null ? "" : name(language);
    String reasons =
        ranked.fits().stream()
            .map(
                fit ->
                    text("visits.fit." + fit.code(), fit.number(), visitor.caseloadLimit(), spoken))
            .collect(Collectors.joining(", "));
    String role = text("visits.role." + visitor.role());
    String kind = text("visits.kind." + visitor.kind());
    return text(
        "visits.visitorLabel",
        visitor.firstName(),
        role.equals(kind) ? role : role + ", " + kind,
        reasons);
  }

  private static String name(String language) {
    return ProgramLanguages.name(language, LocaleContextHolder.getLocale());
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
