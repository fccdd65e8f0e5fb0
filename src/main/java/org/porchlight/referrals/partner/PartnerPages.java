package org.porchlight.referrals.partner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.partner.PartnerDoor.Seen;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.ReferralRefused;
import org.porchlight.referrals.record.RejectReason;
import org.porchlight.roster.Districts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of a partner without an account. Reading a link's address changes nothing, so previews
 * and scanners may; its button spends it, and the token leaves the address.
 */
@Controller
@RequestMapping("/partner")
class PartnerPages {

  private static final int LONGEST = 1000;

  private final PartnerDoor door;
  private final PartnerNews news;
  private final Districts districts;
  private final GuessLimit guesses;
  private final PartnerSettings settings;

  PartnerPages(
      PartnerDoor door,
      PartnerNews news,
      Districts districts,
      GuessLimit guesses,
      PartnerSettings settings) {
    this.door = door;
    this.news = news;
    this.districts = districts;
    this.guesses = guesses;
    this.settings = settings;
  }

  /** The same for every address: it says nothing of whether there is such a link. */
  @GetMapping("/{token}")
  String door(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    return "partner/door";
  }

  @PostMapping
  String enter(
      @RequestParam String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String from = request.getRemoteAddr();
    Optional<Secret> visit =
        guesses.exceeded(from) ? Optional.empty() : Secret.of(token).flatMap(door::spend);
    if (visit.isEmpty()) {
      guesses.wrong(from);
      model.addAttribute("token", token);
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "partner/shut";
    }
    PartnerVisit.begin(request, response, visit.get(), settings.visit());
    return "redirect:/partner/referral";
  }

  /** The same answer, whether a link was sent or not. */
  @PostMapping("/new-link")
  String newLink(@RequestParam String token, HttpServletRequest request) {
    if (!guesses.exceeded(request.getRemoteAddr())) {
      Secret.of(token).ifPresent(door::askForNew);
    }
    return "partner/asked";
  }

  @GetMapping("/referral")
  String referral(
      @RequestParam(required = false) @Nullable String saved,
      @RequestParam(required = false) @Nullable String missing,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Seen seen = PartnerVisit.of(request).map(door::look).orElseGet(Seen.Nothing::new);
    return switch (seen) {
      case Seen.Open open -> {
        model.addAttribute("referral", open.referral());
        model.addAttribute("consent", open.consent());
        model.addAttribute("news", news.said(open.referral().id()));
        Districts.District district = districts.find(open.referral().district()).orElseThrow();
        model.addAttribute("district", district.name());
        model.addAttribute("zone", district.zone());
        model.addAttribute(
            "answers",
            Arrays.stream(PartnerAnswer.values())
                .filter(answer -> open.referral().status().mayBecome(answer.status()))
                .toList());
        model.addAttribute("reasons", RejectReason.values());
        model.addAttribute("saved", saved != null);
        model.addAttribute("missing", missing != null);
        yield "partner/referral";
      }
      case Seen.Over over -> {
        model.addAttribute("withdrawn", over.withdrawn());
        yield "partner/over";
      }
      case Seen.Nothing nothing -> {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        yield "partner/left";
      }
    };
  }

  @PostMapping("/referral")
  String answer(
      @RequestParam(required = false) @Nullable PartnerAnswer answer,
      @RequestParam(required = false) @Nullable RejectReason reason,
      @RequestParam(defaultValue = "") String words,
      HttpServletRequest request) {
    if (answer == null
        || answer == PartnerAnswer.REJECTED && reason == null
        || words.length() > LONGEST) {
      return "redirect:/partner/referral?missing";
    }
    RejectReason why = answer == PartnerAnswer.REJECTED ? reason : null;
    try {
      PartnerVisit.of(request)
          .ifPresent(
              visit -> door.answer(visit, answer, why, words.isBlank() ? null : words.strip()));
    } catch (ReferralRefused twice) {
      // Said in another window meanwhile: the page shows how it stands.
      return "redirect:/partner/referral";
    }
    return "redirect:/partner/referral?saved";
  }

  @PostMapping("/leave")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    PartnerVisit.of(request).ifPresent(door::leave);
    PartnerVisit.end(request, response);
    return "partner/left";
  }
}
