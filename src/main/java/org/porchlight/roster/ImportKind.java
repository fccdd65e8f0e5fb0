package org.porchlight.roster;

import java.util.List;
import java.util.UUID;
import org.porchlight.shared.DistrictId;

/**
 * Stores the records of one kind. Works in SQL on what is staged: {@code roster.import_row} ({@code
 * payload} is the record as JSON; {@code change} is C for created, U for changed) and {@code
 * roster.import_removal}; always inside the transaction of the import.
 */
public interface ImportKind {

  String name();

  /** Kinds are stored in this order, and removed in the opposite one. */
  int order();

  /** Which records a file covers, and so which missing ones were deleted upstream. */
  Coverage coverage();

  /** Stores the staged rows of this kind whose {@code change} is C or U. */
  void store(UUID importId, DistrictId district);

  /** Removes what {@code roster.import_removal} lists of this kind. */
  void remove(UUID importId, DistrictId district);

  /** What a person should know about the staged rows before applying. */
  default List<ImportWarning> warnings(UUID importId, DistrictId district) {
    return List.of();
  }

  /** See {@link CanonicalRecord#scope()}. */
  enum Coverage {
    /** A missing record is never a deletion. */
    NOTHING,
    /** Each scope that occurs is covered as a whole. */
    SCOPE,
    /**
     * Scopes end in an ISO date: from the first to the last date that occurs with the same
     * beginning.
     */
    DATES
  }
}
