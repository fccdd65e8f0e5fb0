package org.porchlight.embedded.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

class FirstAdministratorTest {

  private final Accounts accounts = new Accounts();

  @Test
  void shouldMakeOneAccountWithTheGivenPassword() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("porchlight.demo", "false")
            .withProperty("porchlight.admin-password", "chosen by the operator");
    environment.setActiveProfiles("embedded");

    start(environment);
    start(environment);

    assertThat(accounts.added).hasSize(1);
    assertThat(accounts.added.getFirst().password()).isEqualTo("chosen by the operator");
    assertThat(accounts.added.getFirst().roles()).containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void shouldMakeAPasswordWhereNoneIsGiven() {
    start(new MockEnvironment());

    assertThat(accounts.added.getFirst().password()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void shouldLeaveTheDemoToTheDemo() {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("embedded");

    start(environment);

    assertThat(accounts.added).isEmpty();
  }

  private void start(MockEnvironment environment) {
    new FirstAdministrator(accounts, environment).run(new DefaultApplicationArguments());
  }

  private static final class Accounts implements Users {

    private final List<NewUser> added = new ArrayList<>();

    @Override
    public UserId add(NewUser user) {
      added.add(user);
      return UserId.random();
    }

    @Override
    public void makeVisitor(UserId user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void leave(UserId user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Actor> find(UserId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Actor> named(String username) {
      return added.stream()
          .filter(user -> user.username().equals(username))
          .map(
              user ->
                  new Actor(
                      UserId.random(),
                      user.username(),
                      user.displayName(),
                      null,
                      true,
                      Set.of(),
                      user.roles(),
                      Set.of()))
          .findFirst();
    }

    @Override
    public List<Actor> withoutDistrict() {
      return List.of();
    }

    @Override
    public List<Actor> ofDistrict(DistrictId district) {
      return List.of();
    }
  }
}
