package org.porchlight.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in, and the way from the root to the work queue. */
@Controller
class SignInPage {

  @GetMapping("/sign-in")
  String signIn() {
    return "shell/sign-in";
  }

  @GetMapping("/")
  String home() {
    return "redirect:/work";
  }
}
