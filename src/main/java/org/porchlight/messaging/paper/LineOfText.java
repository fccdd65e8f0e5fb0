package org.porchlight.messaging.paper;

import java.util.List;

/**
 * A line as it is drawn.
 *
 * @param text in the order of reading
 * @param width in points
 * @param glyphs from left to right
 */
record LineOfText(String text, float width, List<PlacedGlyph> glyphs) {}
