package org.porchlight.referrals.partner;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of a browser that has spent a link: for that referral alone, and these pages alone.
 */
final class PartnerVisit {

  private static final String NAME = "porchlight-partner";

  private PartnerVisit() {}

  static Optional<Secret> of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null ? Optional.empty() : Secret.of(cookie.getValue());
  }

  static void begin(
      HttpServletRequest request, HttpServletResponse response, Secret visit, Duration life) {
    add(request, response, visit.text(), life);
  }

  static void end(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", Duration.ZERO);
  }

  private static void add(
      HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path("/partner")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .maxAge(life)
            .build()
            .toString());
  }
}
