package org.porchlight.roster.edfi;

import java.util.EnumSet;
import java.util.Set;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.Records;
import org.porchlight.roster.StudentProfiles.Need;

/**
 * The needs that a student's association with the district tells. Of its characteristics only these
 * are read: what a program must not choose by (immigrant, refugee, asylee) never enters the roster.
 */
final class EdFiNeeds {

  private EdFiNeeds() {}

  static Set<Need> of(EdFiElement association) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (EdFiElement one : association.all("StudentCharacteristic")) {
      switch (Records.code(one.code("StudentCharacteristic").orElse(""))) {
        case "homeless" -> needs.add(Need.HOMELESS);
        case "foster care" -> needs.add(Need.FOSTER);
        default -> {
          // Not ours to know.
        }
      }
    }
    if (Records.code(association.code("LimitedEnglishProficiency").orElse("")).equals("limited")) {
      needs.add(Need.ENGLISH_LEARNER);
    }
    return needs;
  }
}
