package org.porchlight.identification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/**
 * The settings of each district's program. Versions are only ever added: whoever keeps a version's
 * number can read later what held.
 */
public interface Programs {

  /** What holds now; the defaults where nobody has set anything. */
  ProgramSettings current(DistrictId district);

  /**
   * What held in this version; 0 is the defaults.
   *
   * @throws java.util.NoSuchElementException where there is no such version
   */
  ProgramSettings at(DistrictId district, int version);

  /**
   * Makes the next version. The version in {@code wanted} is the one that the change was made on,
   * so that two people do not undo each other.
   *
   * @throws SettingsRefused where a value is absurd, or somebody else has changed them meanwhile;
   *     then nothing has changed
   * @throws org.springframework.security.access.AccessDeniedException where the actor is no
   *     administrator of the district
   */
  ProgramSettings change(DistrictId district, ProgramSettings wanted, Actor by);

  /** For the demo and for tests: the next version without a person. */
  ProgramSettings set(DistrictId district, ProgramSettings wanted);

  /** The changes, the newest first. */
  List<Change> history(DistrictId district);

  /**
   * One change.
   *
   * @param by null: the installation itself
   * @param fields what differs from the version before, as {@code section.field}
   */
  record Change(int version, @Nullable UserId by, Instant at, List<Field> fields) {
    public Change {
      fields = List.copyOf(fields);
    }
  }

  /** One changed value, written as in the API. */
  record Field(String name, String before, String after) {}
}
