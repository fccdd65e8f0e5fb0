package org.porchlight.access.internal;

import static org.springframework.http.HttpMethod.GET;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call which path: the only place that says so. Whatever is not named here is denied. Which
 * families somebody sees behind an open path is decided by {@link Scope}.
 */
final class PathRules {

  static final String[] PUBLIC = {
    "/assets/**", "/favicon.ico", "/sign-in", "/error", "/actuator/health", "/actuator/health/**"
  };

  private PathRules() {}

  static void pages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths,
      boolean embedded) {
    paths.requestMatchers(PUBLIC).permitAll();
    paths
        .requestMatchers("/families/confirm", "/families/confirm/**", "/families/*/part")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths
        .requestMatchers(GET, "/families/disclosures.csv")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/", "/work", "/work/**", "/families", "/families/**").authenticated();
    paths
        .requestMatchers("/meetings", "/meetings/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths.requestMatchers(GET, "/insight/**").hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths.requestMatchers("/visits", "/visits/**").hasAnyRole("VISITOR", "COORDINATOR");
    paths.requestMatchers("/imports", "/imports/**").hasAnyRole("ADMINISTRATOR", "COORDINATOR");
    paths
        .requestMatchers(
            "/resources/new", "/resources/*/edit", "/resources/*/program", "/resources/*/remove")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths
        .requestMatchers(GET, "/resources/unchecked")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths.requestMatchers(GET, "/resources", "/resources/*").authenticated();
    paths
        .requestMatchers("/resources/*/verified")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths
        .requestMatchers("/texts/batches", "/texts/batches/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/roles", "/roles/**").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/visitors", "/visitors/**").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths
        .requestMatchers("/texts/translations", "/texts/translations/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/districts", "/users", "/users/**").hasRole("ADMINISTRATOR");
    paths.requestMatchers("/quarantine", "/quarantine/**").hasRole("ADMINISTRATOR");
    paths
        .requestMatchers(GET, "/identification", "/identification/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths
        .requestMatchers("/identification", "/identification/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers(GET, "/programs").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/programs").hasRole("ADMINISTRATOR");
    paths.requestMatchers("/v3/api-docs", "/v3/api-docs/**").authenticated();
    if (embedded) {
      paths.requestMatchers("/phones", "/phones/**").authenticated();
    }
    paths.anyRequest().denyAll();
  }

  static void api(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths) {
    paths
        .requestMatchers("/api/v1/imports", "/api/v1/imports/**")
        .hasAnyRole("ADMINISTRATOR", "COORDINATOR");
    paths.requestMatchers("/api/v1/visitors/*").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/api/v1/districts", "/api/v1/users").hasRole("ADMINISTRATOR");
    paths
        .requestMatchers(GET, "/api/v1/identification/**")
        .hasAnyRole("COORDINATOR", "ADMINISTRATOR", "TEAM");
    paths.requestMatchers("/api/v1/identification/**").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers(GET, "/api/v1/programs/**").hasAnyRole("COORDINATOR", "ADMINISTRATOR");
    paths.requestMatchers("/api/v1/programs/**").hasRole("ADMINISTRATOR");
    paths
        .requestMatchers(
            "/api/v1/tasks",
            "/api/v1/tasks/**",
            "/api/v1/cases",
            "/api/v1/cases/**",
            "/api/v1/students/**",
            "/api/v1/schools/**",
            "/api/v1/messages",
            "/api/v1/messages/**")
        .authenticated();
    paths.anyRequest().denyAll();
  }
}
