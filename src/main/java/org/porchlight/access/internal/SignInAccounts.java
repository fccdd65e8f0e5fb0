package org.porchlight.access.internal;

import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** What Spring Security needs to check a password. */
@Component
class SignInAccounts implements UserDetailsService {

  private final Users users;
  private final JdbcClient jdbc;

  SignInAccounts(Users users, JdbcClient jdbc) {
    this.users = users;
    this.jdbc = jdbc;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    Actor actor =
        users.named(username).orElseThrow(() -> new UsernameNotFoundException("No such user"));
    String hash =
        jdbc.sql("select password_hash from access.app_user where id = ?")
            .param(actor.id().value())
            .query(String.class)
            .single();
    return new SignedIn(actor.username(), hash, actor.displayName(), actor.roles());
  }
}
