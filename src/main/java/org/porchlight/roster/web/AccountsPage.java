package org.porchlight.roster.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Duty;
import org.porchlight.access.Role;
import org.porchlight.roster.accounts.AccountProblem;
import org.porchlight.roster.accounts.Accounts;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Districts and accounts, for administrators. */
@Controller
class AccountsPage {

  private final Accounts accounts;
  private final CurrentActor actor;

  AccountsPage(Accounts accounts, CurrentActor actor) {
    this.accounts = accounts;
    this.actor = actor;
  }

  @GetMapping("/districts")
  String districts(Model model) {
    return districts(model, null);
  }

  private String districts(Model model, @Nullable String problem) {
    Actor by = actor.get();
    model.addAttribute("problem", problem);
    model.addAttribute("districts", accounts.districts(by));
    model.addAttribute("mayAdd", by.district() == null);
    return "accounts/districts";
  }

  @PostMapping("/districts")
  String addDistrict(
      @RequestParam String name,
      @RequestParam String zone,
      @RequestParam String state,
      Model model) {
    try {
      accounts.addDistrict(actor.get(), name, zone, state);
      return "redirect:/districts";
    } catch (AccountProblem problem) {
      return districts(model, problem.getReason());
    }
  }

  @GetMapping("/users")
  String users(Model model) {
    return users(model, new AccountForm(null, null, null, null, null, null, null, null), null);
  }

  private String users(Model model, AccountForm given, @Nullable String problem) {
    Actor by = actor.get();
    model.addAttribute("problem", problem);
    model.addAttribute("given", given);
    model.addAttribute("users", accounts.users(by));
    model.addAttribute("me", by.id());
    model.addAttribute("districts", accounts.districts(by));
    model.addAttribute("schools", accounts.schools(by));
    model.addAttribute("ofInstallation", by.district() == null);
    model.addAttribute("roles", Role.values());
    model.addAttribute("duties", Duty.values());
    return "accounts/users";
  }

  @PostMapping("/users/{id}/leave")
  String leave(@PathVariable UUID id, Model model) {
    try {
      accounts.leave(actor.get(), new UserId(id));
      return "redirect:/users";
    } catch (AccountProblem problem) {
      return users(
          model,
          new AccountForm(null, null, null, null, null, null, null, null),
          problem.getReason());
    }
  }

  @PostMapping("/users")
  String addUser(@ModelAttribute AccountForm given, Model model) {
    try {
      accounts.addUser(actor.get(), given.toNewUser());
      return "redirect:/users";
    } catch (AccountProblem problem) {
      return users(model, given, problem.getReason());
    }
  }
}
