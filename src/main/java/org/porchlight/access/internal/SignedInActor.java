package org.porchlight.access.internal;

import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Users;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads roles and scope each time, so that a change of scope holds from the next request on. */
@Component
class SignedInActor implements CurrentActor {

  private final Users users;

  SignedInActor(Users users) {
    this.users = users;
  }

  @Override
  public Actor get() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
    }
    return users
        .named(authentication.getName())
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("The account is gone"));
  }
}
