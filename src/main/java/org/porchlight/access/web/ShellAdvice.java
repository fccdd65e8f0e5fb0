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

  private final List<Entry> entries;

  ShellAdvice(Environment environment) {
    boolean embedded = environment.acceptsProfiles(Profiles.of("embedded | test"));
    this.entries =
        List.of(
                new Entry("work", "/work", Set.of()),
                new Entry("visits", "/visits", Set.of("ROLE_VISITOR")),
                new Entry("families", "/families", Set.of()),
                new Entry(
                    "meetings",
                    "/meetings",
                    Set.of("ROLE_COORDINATOR", "ROLE_TEAM", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "identification",
                    "/identification",
                    Set.of("ROLE_COORDINATOR", "ROLE_TEAM", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "visitors", "/visitors", Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry("resources", "/resources", Set.of()),
                new Entry("roles", "/roles", Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "insight",
                    "/insight/needs",
                    Set.of("ROLE_COORDINATOR", "ROLE_TEAM", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "batches", "/texts/batches", Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry("imports", "/imports", Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "programs", "/programs", Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry(
                    "translations",
                    "/texts/translations",
                    Set.of("ROLE_COORDINATOR", "ROLE_ADMINISTRATOR")),
                new Entry("users", "/users", Set.of("ROLE_ADMINISTRATOR")),
                new Entry("phones", "/phones", Set.of()))
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
            .map(entry -> new Shell.Item(entry.key(), entry.path(), entry.holds(path)))
            .toList());
  }

  /** Of the page that failed, on an error page. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  private record Entry(String key, String path, Set<String> authorities) {

    boolean openTo(Set<String> held) {
      return authorities.isEmpty() || authorities.stream().anyMatch(held::contains);
    }

    boolean holds(String page) {
      return page.equals(path) || page.startsWith(path + "/");
    }
  }
}
