package org.porchlight.visits.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.GivenPhone;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.internal.VisitorDirectory.Entry;

/**
 * What somebody entered about a visitor.
 *
 * @param phone blank keeps the one on record, which the page does not show whole
 * @param language with {@code level}, line by line
 */
record VisitorForm(
    @Nullable String firstName,
    @Nullable VisitorRole role,
    @Nullable VisitorKind kind,
    @Nullable String phone,
    @Nullable Boolean noPhone,
    @Nullable String textLanguage,
    String @Nullable [] language,
    String @Nullable [] level,
    @Nullable Integer limit,
    @Nullable String trainedOn,
    @Nullable Boolean active) {

  private static final int USUAL_CASELOAD = 6;
  private static final int EMPTY_LINES = 2;
  private static final int FEWEST_LINES = 3;
  private static final int LONGEST_NAME = 60;

  /** One line of the form's table of languages. */
  public record Line(String language, String level) {}

  static VisitorForm of(@Nullable Entry known) {
    if (known == null) {
      return new VisitorForm(
          null, null, null, null, null, "en", null, null, USUAL_CASELOAD, null, true);
    }
    LocalDate trainedOn = known.trainedOn();
    return new VisitorForm(
        known.firstName(),
        known.role(),
        known.kind(),
        null,
        null,
        known.textLanguage(),
        known.languages().keySet().toArray(String[]::new),
        known.languages().values().stream().map(LanguageLevel::name).toArray(String[]::new),
        known.limit(),
        trainedOn == null ? null : trainedOn.toString(),
        known.active());
  }

  /** What was entered, and some empty lines for more. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    pairs().forEach((code, given) -> lines.add(new Line(code, given)));
    int wanted = Math.max(FEWEST_LINES, lines.size() + EMPTY_LINES);
    lines.addAll(Collections.nCopies(wanted - lines.size(), new Line("", "")));
    return lines;
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (language != null && level != null) {
      for (int i = 0; i < Math.min(language.length, level.length); i++) {
        if (!language[i].isBlank()) {
          pairs.put(language[i], level[i]);
        }
      }
    }
    return pairs;
  }

  boolean asked() {
    return Boolean.TRUE.equals(active);
  }

  @Nullable LocalDate trainingDay() {
    try {
      return trainedOn == null || trainedOn.isBlank() ? null : LocalDate.parse(trainedOn);
    } catch (DateTimeParseException noDay) {
      throw new IllegalArgumentException("Choose the day of the training from the calendar", noDay);
    }
  }

  NewVisitor visitor(UserId user, @Nullable PhoneNumber onRecord) {
    String name = firstName == null ? "" : firstName.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("Write the first name, as families will read it");
    }
    if (role == null || kind == null) {
      throw new IllegalArgumentException(
          "Say what the visitor is, and whether of school or community");
    }
    if (limit == null || limit < 1) {
      throw new IllegalArgumentException("A visitor takes at least one family");
    }
    return new NewVisitor(
        user,
        name,
        role,
        kind,
        number(onRecord),
        textLanguage == null ? "en" : textLanguage,
        languages(),
        limit);
  }

  private Map<String, LanguageLevel> languages() {
    Map<String, LanguageLevel> spoken = new LinkedHashMap<>();
    pairs()
        .forEach(
            (code, given) -> {
              if (given.isBlank()) {
                throw new IllegalArgumentException("Say how well the visitor speaks each language");
              }
              spoken.put(code, LanguageLevel.valueOf(given));
            });
    if (spoken.isEmpty()) {
      throw new IllegalArgumentException("Choose at least one language that the visitor speaks");
    }
    return spoken;
  }

  private @Nullable PhoneNumber number(@Nullable PhoneNumber onRecord) {
    if (Boolean.TRUE.equals(noPhone)) {
      return null;
    }
    if (phone == null || phone.isBlank()) {
      return onRecord;
    }
    String e164 = GivenPhone.of(phone, "Mobile", 1, null).e164();
    if (e164 == null) {
      throw new IllegalArgumentException(
          "This number cannot be dialed. Write it with area code, for example 860 555 0100");
    }
    return new PhoneNumber(e164);
  }
}
