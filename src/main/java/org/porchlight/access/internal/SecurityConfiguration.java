package org.porchlight.access.internal;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Sign-in, sessions and headers; the paths themselves are in {@link PathRules}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** No inline script or style anywhere; nothing from other hosts; no framing. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /**
   * For systems: a password with each request, no session and so nothing to forge a request with.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(PathRules::api)
        .httpBasic(basic -> basic.realmName("Porchlight").authenticationEntryPoint(refusals))
        .exceptionHandling(
            failed -> failed.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .headers(SecurityConfiguration::headers)
        .build();
  }

  /**
   * Calls that prove themselves: the provider's by signature (checked by messaging), the
   * simulator's by its own account.
   */
  @Bean
  @Order(2)
  SecurityFilterChain provider(HttpSecurity http, Environment environment) {
    return http.securityMatcher("/twilio/**", "/simulator/**")
        .authorizeHttpRequests(
            paths -> {
              paths.requestMatchers("/twilio/**").permitAll();
              if (embedded(environment)) {
                paths.requestMatchers("/simulator/**").permitAll();
              }
              paths.anyRequest().denyAll();
            })
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .headers(SecurityConfiguration::headers)
        .build();
  }

  /**
   * For partners without an account: a link that they spend, then a cookie of these pages alone. No
   * session of the server; the address of none of these pages is told to anybody.
   */
  @Bean
  @Order(3)
  SecurityFilterChain partners(HttpSecurity http) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("porchlight-partner-form");
    tokens.setCookieCustomizer(cookie -> cookie.path("/partner").sameSite("Strict"));
    return http.securityMatcher("/partner", "/partner/**")
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .headers(
            headers -> {
              headers(headers);
              headers
                  .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                  .addHeaderWriter(
                      new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"));
            })
        .build();
  }

  /** For people: a form, a session, a token against forged requests. */
  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http, Environment environment) {
    return http.authorizeHttpRequests(
            paths -> {
              paths
                  .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                  .permitAll();
              PathRules.pages(paths, embedded(environment));
            })
        .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/work").permitAll())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signedOut"))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  private static boolean embedded(Environment environment) {
    return environment.acceptsProfiles(Profiles.of("embedded | test"));
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(frame -> frame.deny())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
  }
}
