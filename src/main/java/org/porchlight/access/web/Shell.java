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

  /** So many fit beside the name on a laptop. */
  private static final int FIT = 9;

  /** In reach at once. */
  public List<Item> bar() {
    return folds() ? navigation.stream().filter(Item::daily).toList() : navigation;
  }

  /** Folded away; empty where all fit. */
  public List<Item> more() {
    return folds() ? navigation.stream().filter(item -> !item.daily()).toList() : List.of();
  }

  private boolean folds() {
    return navigation.size() > FIT;
  }

  /**
   * @param daily false: for setting up and looking after the program
   * @param current whether this page is within it
   */
  public record Item(String key, String path, boolean daily, boolean current) {}
}
