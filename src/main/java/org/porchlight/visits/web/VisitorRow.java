package org.porchlight.visits.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.visits.internal.VisitorDirectory.Entry;

/** A visitor in the list. */
public record VisitorRow(
    UUID user,
    String firstName,
    String account,
    String role,
    String kind,
    List<Spoken> languages,
    @Nullable String trainedOn,
    int families,
    int limit,
    @Nullable String phone,
    boolean active) {

  /**
   * @param level message key {@code visits.level.<level>}
   */
  public record Spoken(String language, String level) {}

  static VisitorRow of(Entry one, Locale locale) {
    return new VisitorRow(
        one.user().value(),
        one.firstName(),
        one.account(),
        one.role().name(),
        one.kind().name(),
        one.languages().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByValue())
            .map(
                known ->
                    new Spoken(
                        VisitMoments.language(known.getKey(), locale), known.getValue().name()))
            .toList(),
        one.trainedOn() == null
            ? null
            : DateTimeFormatter.ofPattern("MMM d, yyyy", locale).format(one.trainedOn()),
        one.families(),
        one.limit(),
        one.phone(),
        one.active());
  }
}
