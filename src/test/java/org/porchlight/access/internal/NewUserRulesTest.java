package org.porchlight.access.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;

class NewUserRulesTest {

  @ParameterizedTest
  @EnumSource(Duty.class)
  void shouldRefuseAVisitorWhoEnforces(Duty duty) {
    NewUser user = user("pat", "long enough", Set.of(Role.VISITOR, Role.TEAM), Set.of(duty));

    assertThatThrownBy(() -> NewUserRules.check(user))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be a visitor");
  }

  @Test
  void shouldAcceptAVisitorWithoutSuchADuty() {
    NewUser user = user("pat", "long enough", Set.of(Role.VISITOR), Set.of());

    assertThatCode(() -> NewUserRules.check(user)).doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhatIsWrongWithoutRepeatingIt() {
    assertThatThrownBy(() -> NewUserRules.check(user("pat", "short", Set.of(Role.TEAM), Set.of())))
        .hasMessageContaining("at least 8 characters")
        .hasMessageNotContaining("short");
    assertThatThrownBy(
            () -> NewUserRules.check(user("p p", "long enough", Set.of(Role.TEAM), Set.of())))
        .hasMessageContaining("user name");
    assertThatThrownBy(() -> NewUserRules.check(user("pat", "long enough", Set.of(), Set.of())))
        .hasMessageContaining("at least one role");
  }

  private static NewUser user(String name, String password, Set<Role> roles, Set<Duty> duties) {
    return new NewUser(name, password, "Pat", DistrictId.random(), false, Set.of(), roles, duties);
  }
}
