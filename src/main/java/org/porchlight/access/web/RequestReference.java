package org.porchlight.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a reference that stands in every log line it causes and on its error page, so
 * that a person can report a fault without describing a family.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestReference extends OncePerRequestFilter {

  static final String NAME = "reference";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    request.setAttribute(NAME, reference);
    try (MDC.MDCCloseable closing = MDC.putCloseable(NAME, reference)) {
      chain.doFilter(request, response);
    }
  }
}
