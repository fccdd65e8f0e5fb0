package org.porchlight.roster;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/**
 * Tells the roster where a student was last reported, for students whom no enrolment names. Called
 * while an import is applied.
 */
public interface SchoolsSeen {

  void record(Stream<Seen> seen);

  record Seen(StudentId student, SchoolId school, LocalDate day) {}
}
