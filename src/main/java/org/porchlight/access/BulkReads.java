package org.porchlight.access;

import java.util.UUID;
import org.porchlight.shared.UserId;

/**
 * The record of reads that show values of many people at once and so belong to no one family's file
 * (I8). Rows are never changed; the database refuses it.
 */
public interface BulkReads {

  /** What was read. */
  enum What {
    /** The values of an import that were set aside; the subject is the import. */
    QUARANTINE,
    /** A district's record of disclosures; the subject is the district. */
    DISCLOSURES
  }

  /** Call before the values are handed out: where this fails, nobody reads. */
  void record(UserId by, What what, UUID subject);
}
