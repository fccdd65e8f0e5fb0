package org.porchlight.engine.feed;

/** How far the tables are behind the engine. */
public interface FeedProgress {

  /** Records in Kafka that are not in the tables; -1 before the first look. */
  long lag();
}
