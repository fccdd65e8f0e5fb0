package org.porchlight.identification.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where in the list of proposals somebody is, so that a decision leads back there.
 *
 * @param page from 1; null is the first
 * @param school only proposals with a student there; null shows all
 */
record ListPlace(@Nullable Integer page, @Nullable UUID school) {

  int number() {
    return page == null ? 1 : Math.max(1, page);
  }

  String path() {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath("/identification");
    if (number() > 1) {
      path.queryParam("page", number());
    }
    if (school != null) {
      path.queryParam("school", school);
    }
    return path.toUriString();
  }
}
