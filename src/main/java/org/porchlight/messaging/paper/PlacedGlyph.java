package org.porchlight.messaging.paper;

/**
 * One glyph on a line.
 *
 * @param glyph number in its font
 * @param text what it stands for; empty for a part of the sign before or after it, such as dots
 * @param x from the left end of the line, in points
 * @param y above the line
 */
record PlacedGlyph(PaperFont font, int glyph, String text, float x, float y) {}
