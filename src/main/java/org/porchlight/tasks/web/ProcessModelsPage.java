package org.porchlight.tasks.web;

import java.time.Duration;
import org.porchlight.engine.ProcessPaths;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The models that families' pages draw the way of a case on: nothing of any family is in them. */
@Controller
class ProcessModelsPage {

  private final ProcessPaths paths;

  ProcessModelsPage(ProcessPaths paths) {
    this.paths = paths;
  }

  /** A version never changes. */
  @GetMapping("/families/processes/{process}/{version}")
  ResponseEntity<String> model(@PathVariable String process, @PathVariable int version) {
    return paths
        .model(process, version)
        .map(
            xml ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_XML)
                    .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                    .body(xml))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
