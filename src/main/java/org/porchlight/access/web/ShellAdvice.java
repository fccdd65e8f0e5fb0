package org.porchlight.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.internal.SignedIn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page its frame: who is signed in, and where they can go. */
@ControllerAdvice
class ShellAdvice {

  private static final String VISITOR = "ROLE_VISITOR";
  private static final String TEAM = "ROLE_TEAM";
  private static final String COORDINATOR = "ROLE_COORDINATOR";
  private static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";

  private final List<Entry> entries;

  ShellAdvice(Environment environment) {
    boolean embedded = environment.acceptsProfiles(Profiles.of("embedded | test"));
    this.entries =
        List.of(
                daily("work", "/work"),
                daily("visits", "/visits", VISITOR),
                daily("families", "/families"),
                daily("meetings", "/meetings", COORDINATOR, TEAM, ADMINISTRATOR),
                daily("identification", "/identification", COORDINATOR, TEAM, ADMINISTRATOR),
                daily("visitors", "/visitors", COORDINATOR, ADMINISTRATOR),
                daily("resources", "/resources"),
                daily("insight", "/insight/needs", COORDINATOR, TEAM, ADMINISTRATOR),
                rare("roles", "/roles", COORDINATOR, ADMINISTRATOR),
                rare("batches", "/texts/batches", COORDINATOR, ADMINISTRATOR),
                rare("imports", "/imports", COORDINATOR, ADMINISTRATOR),
                rare("programs", "/programs", COORDINATOR, ADMINISTRATOR),
                rare("translations", "/texts/translations", COORDINATOR, ADMINISTRATOR),
                rare("users", "/users", ADMINISTRATOR),
                rare("phones", "/phones"))
            .stream()
            .filter(entry -> embedded || !entry.key().equals("phones"))
            .toList();
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return new Shell(null, List.of());
    }
    Set<String> authorities =
        authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    String path = path(request);
    return new Shell(
        authentication.getPrincipal() instanceof SignedIn signedIn
            ? signedIn.displayName()
            : authentication.getName(),
        entries.stream()
            .filter(entry -> entry.openTo(authorities))
            .map(
                entry ->
                    new Shell.Item(entry.key(), entry.path(), entry.daily(), entry.holds(path)))
            .toList());
  }

  /** Of the page that failed, on an error page. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  /** To whom it opens; all, where none is named. */
  private static Entry daily(String key, String path, String... authorities) {
    return new Entry(key, path, Set.of(authorities), true);
  }

  private static Entry rare(String key, String path, String... authorities) {
    return new Entry(key, path, Set.of(authorities), false);
  }

  private record Entry(String key, String path, Set<String> authorities, boolean daily) {

    boolean openTo(Set<String> held) {
      return authorities.isEmpty() || authorities.stream().anyMatch(held::contains);
    }

    boolean holds(String page) {
      return page.equals(path) || page.startsWith(path + "/");
    }
  }
}
