package org.porchlight.roster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.RowSink.Rule;

/** One element of an interchange file with everything in it. Missing and blank are the same. */
public final class EdFiElement {

  private final String name;
  private final @Nullable String id;
  private final @Nullable String ref;
  private final List<EdFiElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  public EdFiElement(String name, @Nullable String id, @Nullable String ref) {
    this.name = name;
    this.id = id;
    this.ref = ref;
  }

  public void add(EdFiElement child) {
    children.add(child);
  }

  public void addText(String more) {
    text.append(more);
  }

  public String name() {
    return name;
  }

  /** The XML id, which references of the same file may use instead of the identity. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  public List<EdFiElement> all(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  /** The first element at the end of the path. */
  public Optional<EdFiElement> at(String... path) {
    EdFiElement here = this;
    for (String step : path) {
      EdFiElement next =
          here.children.stream().filter(c -> c.name.equals(step)).findFirst().orElse(null);
      if (next == null) {
        return Optional.empty();
      }
      here = next;
    }
    return Optional.of(here);
  }

  public Optional<String> text(String... path) {
    return at(path).map(found -> found.text.toString().strip()).filter(found -> !found.isEmpty());
  }

  public String required(String... path) {
    return text(path).orElseThrow(() -> BadValue.of(path[path.length - 1], Rule.REQUIRED, ""));
  }

  /**
   * The code of a descriptor: {@code uri://ed-fi.org/TermDescriptor#Fall Semester} is "Fall
   * Semester".
   */
  public Optional<String> code(String... path) {
    return text(path).map(uri -> uri.substring(uri.lastIndexOf('#') + 1).strip());
  }

  public Optional<LocalDate> date(String... path) {
    return text(path)
        .map(
            text -> {
              try {
                return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
              } catch (DateTimeParseException e) {
                throw BadValue.of(path[path.length - 1], Rule.NOT_A_DATE, text);
              }
            });
  }

  public LocalDate requiredDate(String... path) {
    return date(path).orElseThrow(() -> BadValue.of(path[path.length - 1], Rule.REQUIRED, ""));
  }

  public Optional<Integer> number(int least, int most, String... path) {
    return text(path)
        .map(
            text -> {
              try {
                int number = Integer.parseInt(text);
                if (number < least || number > most) {
                  throw BadValue.of(path[path.length - 1], Rule.OUT_OF_RANGE, text);
                }
                return number;
              } catch (NumberFormatException e) {
                throw BadValue.of(path[path.length - 1], Rule.NOT_A_NUMBER, text);
              }
            });
  }

  public Optional<Boolean> yesOrNo(String... path) {
    return text(path)
        .map(
            text ->
                switch (text) {
                  case "true", "1" -> true;
                  case "false", "0" -> false;
                  default -> throw BadValue.of(path[path.length - 1], Rule.NOT_YES_OR_NO, text);
                });
  }

  /**
   * The number by which {@code <typeReference>} below {@code path} names a Student, School or
   * Contact, or its alias.
   */
  public String reference(String type, String idField, String... path) {
    EdFiElement from = at(path).orElse(this);
    Optional<EdFiElement> found = from.at(type + "Reference");
    Optional<String> direct =
        found.flatMap(reference -> reference.text(type + "Identity", idField));
    if (direct.isPresent()) {
      return direct.get();
    }
    return found
        .flatMap(reference -> Optional.ofNullable(reference.ref))
        .map(alias -> RowSink.aliased(type, alias))
        .orElseThrow(() -> BadValue.of(idField, Rule.REQUIRED, ""));
  }
}
