package org.porchlight.access.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** Adds the request's reference to what an error page, or the JSON of an error, shows. */
@Component
class ErrorReference extends DefaultErrorAttributes {

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest request, ErrorAttributeOptions options) {
    Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
    Object reference = request.getAttribute(RequestReference.NAME, RequestAttributes.SCOPE_REQUEST);
    if (reference != null) {
      attributes.put(RequestReference.NAME, reference);
    }
    return attributes;
  }
}
