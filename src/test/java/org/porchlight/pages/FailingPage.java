package org.porchlight.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that always fails, for the sake of the page that says so. */
@Controller
class FailingPage {

  @GetMapping("/work/failing-page-of-a-test")
  String fail() {
    throw new IllegalStateException("Failed on purpose");
  }
}
