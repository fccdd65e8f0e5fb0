package org.porchlight.access.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Role;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** The principal of a session. Holds no scope: that is read afresh on each request. */
public final class SignedIn extends User {

  private static final long serialVersionUID = 1L;

  private final String displayName;

  SignedIn(String username, String passwordHash, String displayName, Set<Role> roles) {
    super(
        username,
        passwordHash,
        roles.stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
            .collect(Collectors.toSet()));
    this.displayName = displayName;
  }

  /** As the page header shows it. */
  public String displayName() {
    return displayName;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
