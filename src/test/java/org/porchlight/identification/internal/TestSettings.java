package org.porchlight.identification.internal;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.ProgramSettings.Approach;
import org.porchlight.identification.ProgramSettings.Cadence;
import org.porchlight.identification.ProgramSettings.Contact;
import org.porchlight.identification.ProgramSettings.Eligibility;
import org.porchlight.identification.ProgramSettings.Group;
import org.porchlight.identification.ProgramSettings.Summer;
import org.porchlight.identification.ProgramSettings.Targeting;
import org.porchlight.identification.ProgramSettings.Weights;

/** The defaults with one part changed. */
public final class TestSettings {

  private TestSettings() {}

  static ProgramSettings defaults() {
    return ProgramSettings.defaults();
  }

  public static ProgramSettings targeting(Approach approach, Set<UUID> schools, Group group) {
    return with(new Targeting(approach, schools, defaults().targeting().transitionGrades(), group));
  }

  public static ProgramSettings with(Object... parts) {
    ProgramSettings s = defaults();
    return new ProgramSettings(
        s.version(),
        part(parts, s.lookEachSchoolDay()),
        part(parts, s.targeting()),
        part(parts, s.eligibility()),
        part(parts, s.weights()),
        part(parts, s.weeklyCapacity()),
        part(parts, s.cadence()),
        part(parts, s.attempts()),
        part(parts, s.contact()),
        part(parts, s.ending()),
        s.languages(),
        part(parts, s.summer()));
  }

  static ProgramSettings eligibility(Eligibility part) {
    return with(part);
  }

  static ProgramSettings cadence(Cadence part) {
    return with(part);
  }

  static ProgramSettings contact(Contact part) {
    return with(part);
  }

  static ProgramSettings summer(Summer part) {
    return with(part);
  }

  static ProgramSettings weights(Weights part) {
    return with(part);
  }

  /** Every setting's name. */
  static List<String> names() {
    return names(ProgramSettings.class).toList();
  }

  private static Stream<String> names(Class<?> type) {
    return Stream.of(type.getRecordComponents()).flatMap(TestSettings::names);
  }

  private static Stream<String> names(RecordComponent component) {
    return component.getType().isRecord()
        ? Stream.concat(Stream.of(component.getName()), names(component.getType()))
        : Stream.of(component.getName());
  }

  @SuppressWarnings("unchecked")
  private static <T> T part(Object[] parts, T otherwise) {
    for (Object part : parts) {
      if (part.getClass().equals(otherwise.getClass())) {
        return (T) part;
      }
    }
    return otherwise;
  }
}
