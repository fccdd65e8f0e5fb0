package org.porchlight.embedded.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who shows Porchlight lets time pass. */
@Controller
@Profile("embedded")
@ConditionalOnProperty(name = "porchlight.demo", havingValue = "true", matchIfMissing = true)
@RequestMapping("/phones/time")
class DemoTimePage {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
          .withLocale(Locale.US);

  /** How far to go. */
  enum Jump {
    HOUR,
    MORNING,
    DAY,
    WEEK
  }

  private final DemoTime time;

  DemoTimePage(DemoTime time) {
    this.time = time;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("now", WORDS.format(time.now()));
    model.addAttribute("morning", WORDS.format(time.nextMorning()));
    return "phones/time";
  }

  @PostMapping
  String go(@RequestParam Jump jump) {
    time.goTo(target(jump));
    return "redirect:/phones/time";
  }

  private Instant target(Jump jump) {
    ZonedDateTime now = time.now();
    return switch (jump) {
      case HOUR -> now.plus(Duration.ofHours(1)).toInstant();
      case MORNING -> time.nextMorning().toInstant();
      case DAY -> now.plusDays(1).toInstant();
      case WEEK -> now.plusWeeks(1).toInstant();
    };
  }
}
