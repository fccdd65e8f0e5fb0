package org.porchlight.crash;

/** What goes on in the application while something of it is killed. */
interface Load {

  /** Sets things going; returns while they are in flight. */
  void begin(ApplicationProcess application) throws Exception;

  /** Waits until everything has come to rest after the recovery, and counts. */
  Tally settle(ApplicationProcess application) throws Exception;

  /**
   * What is there in the end.
   *
   * @param acts what people did and were told it is saved, and texts that were to be sent
   * @param lost acts that were confirmed to somebody and are gone, and cases that stand still
   * @param twice acts that happened more than once
   * @param unknown acts that wait for a person, because nobody can tell
   * @param detail what was lost or twice, for whoever looks into it
   */
  record Tally(int acts, int lost, int twice, int unknown, String detail) {}
}
