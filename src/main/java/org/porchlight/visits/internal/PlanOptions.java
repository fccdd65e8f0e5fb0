package org.porchlight.visits.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family;
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
    Set<String> others =
        new TreeSet<>(
            List.of("es", "pt", "ht", "ar", "zh", "vi", "ur", "bn", "pl", "sq", "fr", "uk", "ps"));
    List<String> codes = new java.util.ArrayList<>();
    if (language != null) {
      codes.add(language);
      others.remove(Visitor.primary(language));
    }
    codes.addAll(others);
    return codes.stream().map(code -> FormValues.option(code, name(code))).toList();
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
    return Locale.forLanguageTag(language).getDisplayLanguage(LocaleContextHolder.getLocale());
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
