package org.porchlight.messaging.translation.xliff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.text.TextPieces.Piece;

/**
 * One text of a translator's file.
 *
 * @param target null where nothing was written
 * @param fault what in the unit cannot be read, in words for the uploader; null where all could
 */
record TextUnit(
    String key, List<Piece> source, @Nullable List<Piece> target, @Nullable String fault) {}
