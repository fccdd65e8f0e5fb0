package org.porchlight.roster.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Duty;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts.District;
import org.porchlight.roster.accounts.Accounts;
import org.porchlight.shared.SchoolId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Districts and accounts, for administrators. */
@RestController
@RequestMapping("/api/v1")
class AccountsApi {

  private final Accounts accounts;
  private final CurrentActor actor;

  AccountsApi(Accounts accounts, CurrentActor actor) {
    this.accounts = accounts;
    this.actor = actor;
  }

  /**
   * @param zone an IANA name, such as America/New_York
   * @param state two letters, such as CT
   */
  record NewDistrict(@Nullable String name, @Nullable String zone, @Nullable String state) {}

  record DistrictView(UUID id, String name, String zone, String state) {}

  record UserView(
      UUID id,
      String username,
      String displayName,
      @Nullable UUID district,
      boolean districtWide,
      Set<UUID> schools,
      Set<Role> roles,
      Set<Duty> duties) {}

  record Added(UUID id) {}

  @GetMapping("/districts")
  List<DistrictView> districts() {
    return accounts.districts(actor.get()).stream().map(AccountsApi::view).toList();
  }

  @PostMapping("/districts")
  @ResponseStatus(HttpStatus.CREATED)
  Added addDistrict(@RequestBody NewDistrict given) {
    return new Added(
        accounts
            .addDistrict(
                actor.get(),
                Objects.requireNonNullElse(given.name(), ""),
                Objects.requireNonNullElse(given.zone(), ""),
                Objects.requireNonNullElse(given.state(), ""))
            .value());
  }

  @GetMapping("/users")
  List<UserView> users() {
    return accounts.users(actor.get()).stream().map(AccountsApi::view).toList();
  }

  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  Added addUser(@RequestBody AccountForm given) {
    return new Added(accounts.addUser(actor.get(), given.toNewUser()).value());
  }

  private static DistrictView view(District one) {
    return new DistrictView(one.id().value(), one.name(), one.zone().getId(), one.state());
  }

  private static UserView view(Actor one) {
    return new UserView(
        one.id().value(),
        one.username(),
        one.displayName(),
        one.district() == null ? null : one.district().value(),
        one.districtWide(),
        one.schools().stream().map(SchoolId::value).collect(Collectors.toSet()),
        one.roles(),
        one.duties());
  }
}
