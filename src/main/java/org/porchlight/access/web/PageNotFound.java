package org.porchlight.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows people a page where the API's problem detail would answer that something is not there. */
@Component
class PageNotFound implements HandlerExceptionResolver, Ordered {

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean page = accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    if (!page || !missing(failure)) {
      return null;
    }
    try {
      response.sendError(HttpStatus.NOT_FOUND.value());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new ModelAndView();
  }

  /** An id that nothing has, or that is none. */
  private static boolean missing(Exception failure) {
    return switch (failure) {
      case ErrorResponse error -> error.getStatusCode().value() == HttpStatus.NOT_FOUND.value();
      case MethodArgumentTypeMismatchException wrong ->
          wrong.getParameter().hasParameterAnnotation(PathVariable.class);
      // An empty Optional that should not be is a fault of ours and stays one.
      case NoSuchElementException none -> !"No value present".equals(none.getMessage());
      default -> false;
    };
  }
}
