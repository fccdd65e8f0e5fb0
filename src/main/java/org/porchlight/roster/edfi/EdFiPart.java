package org.porchlight.roster.edfi;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource;
import org.porchlight.shared.DistrictId;

/** A resource that needs nothing from the database. */
record EdFiPart(String element, String kind, Function<EdFiElement, String> keyOf, Mapping mapping)
    implements EdFiResource, EdFiResource.Reader {

  /** See {@link EdFiResource.Reader#read}. */
  interface Mapping {
    List<CanonicalRecord> read(EdFiElement element, Notes notes);
  }

  @Override
  public Reader open(DistrictId district) {
    return this;
  }

  @Override
  public @Nullable String key(EdFiElement from) {
    try {
      return keyOf.apply(from);
    } catch (BadValue unknown) {
      return null;
    }
  }

  @Override
  public List<CanonicalRecord> read(EdFiElement from, Notes notes) {
    return mapping.read(from, notes);
  }
}
