package org.porchlight.roster.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why a district or an account cannot be added, as the answer says it: no value that was given. */
public final class AccountProblem extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  private AccountProblem(HttpStatus status, String detail) {
    super(status, detail);
  }

  static AccountProblem wrong(String whatToChange) {
    return new AccountProblem(HttpStatus.BAD_REQUEST, whatToChange);
  }

  static AccountProblem notAllowed() {
    return new AccountProblem(HttpStatus.FORBIDDEN, "Accounts are for administrators");
  }

  static AccountProblem notOfInstallation() {
    return new AccountProblem(
        HttpStatus.FORBIDDEN,
        "Districts are added by an administrator of the installation, whose account has no"
            + " district");
  }

  static AccountProblem unknownDistrict() {
    return new AccountProblem(
        HttpStatus.BAD_REQUEST, "There is no such district in your scope: give the id of yours");
  }
}
