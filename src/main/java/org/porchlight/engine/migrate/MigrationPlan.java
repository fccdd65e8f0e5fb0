package org.porchlight.engine.migrate;

import java.util.List;
import java.util.Set;

/**
 * How one instance goes to another version.
 *
 * @param mapped ids that are the same thing in both versions
 * @param hindrances why an instance that stands at these elements cannot move; empty where it can
 */
record MigrationPlan(Set<String> mapped, List<String> hindrances) {

  static MigrationPlan impossible(String why) {
    return new MigrationPlan(Set.of(), List.of(why));
  }
}
