package org.porchlight.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of each page shows.
 *
 * @param name of the person signed in; null where nobody is
 * @param navigation only what their roles may open
 */
public record Shell(@Nullable String name, List<Item> navigation) {

  /**
   * @param current whether this page is within it
   */
  public record Item(String key, String path, boolean current) {}
}
