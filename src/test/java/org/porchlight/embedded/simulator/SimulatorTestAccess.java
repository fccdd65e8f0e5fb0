package org.porchlight.embedded.simulator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lets tests reach the simulator's API, which has its own credentials. */
@Configuration(proxyBeanMethods = false)
class SimulatorTestAccess {

  @Bean
  @Order(0)
  SecurityFilterChain simulatorInTests(HttpSecurity http) {
    return http.securityMatcher("/simulator/**")
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }
}
