package org.porchlight.cases;

import java.util.List;
import org.porchlight.shared.CaseId;

/** Implemented by the module that assigns visitors: who would come. */
public interface VisitingPair {

  /** The two who have accepted, or none. */
  List<Introduction> of(CaseId id);

  /**
   * As a family is told: first name and role, nothing else. {@code role} is a code with a
   * translation per language, e.g. {@code TEACHER}.
   */
  record Introduction(String firstName, String role) {}
}
