package org.porchlight.roster.edfi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.StudentProfiles.Need;

class EdFiNeedsTest {

  @Test
  void shouldReadTheNeedsThatAProgramMayKnow() {
    assertThat(EdFiNeeds.of(association("Limited", "Homeless", "Foster Care")))
        .containsExactlyInAnyOrder(Need.ENGLISH_LEARNER, Need.HOMELESS, Need.FOSTER);
    assertThat(EdFiNeeds.of(association("NotLimited"))).isEmpty();
  }

  @Test
  void shouldNeverReadWhereSomebodyComesFrom() {
    assertThat(EdFiNeeds.of(association("NotLimited", "Immigrant", "Refugee", "Asylee"))).isEmpty();
  }

  private static EdFiElement association(String proficiency, String... characteristics) {
    EdFiElement association =
        new EdFiElement("StudentEducationOrganizationAssociation", null, null);
    association.add(leaf("LimitedEnglishProficiency", proficiency));
    for (String one : characteristics) {
      EdFiElement characteristic = new EdFiElement("StudentCharacteristic", null, null);
      characteristic.add(leaf("StudentCharacteristic", one));
      association.add(characteristic);
    }
    return association;
  }

  private static EdFiElement leaf(String name, String code) {
    EdFiElement leaf = new EdFiElement(name, null, null);
    leaf.addText("uri://ed-fi.org/" + name + "Descriptor#" + code);
    return leaf;
  }
}
