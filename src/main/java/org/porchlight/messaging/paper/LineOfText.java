package org.porchlight.messaging.paper;

import java.util.List;

/**
 * A line as it is drawn.
 *
 * @param width in points
 * @param runs from left to right
 */
record LineOfText(float width, List<Run> runs) {

  /**
   * Words of one direction.
   *
   * @param text in the order of reading
   * @param glyphs from left to right
   */
  record Run(String text, List<PlacedGlyph> glyphs) {}
}
