package org.porchlight.referrals.web;

import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.SharedFact;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Families;
import org.porchlight.shared.FamilyId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What staff do with one referral from the family's page. */
@Controller
@RequestMapping("/families/{family}/referrals/{id}")
class FamilyReferralPages {

  private final Families families;
  private final Referrals referrals;
  private final Cases cases;
  private final Districts districts;
  private final CurrentActor current;
  private final Clock clock;

  FamilyReferralPages(
      Families families,
      Referrals referrals,
      Cases cases,
      Districts districts,
      CurrentActor current,
      Clock clock) {
    this.families = families;
    this.referrals = referrals;
    this.cases = cases;
    this.districts = districts;
    this.current = current;
    this.clock = clock;
  }

  /** The family takes back what it agreed to: the partner sees nothing from this moment on. */
  @PostMapping("/withdraw")
  String withdraw(@PathVariable UUID family, @PathVariable UUID id) {
    Referral referral = opened(family, id);
    referrals.cancel(
        referral.id(), CancelReason.CONSENT_WITHDRAWN, current.get().id(), clock.instant());
    return "redirect:/families/" + family + "#referrals";
  }

  /** To print, to read out and to sign. */
  @GetMapping("/sheet")
  String sheet(@PathVariable UUID family, @PathVariable UUID id, Model model) {
    Referral referral = opened(family, id);
    model.addAttribute("familyId", family);
    model.addAttribute("sheet", referrals.sheet(id));
    model.addAttribute("written", new SharedFact[] {SharedFact.BEST_TIME, SharedFact.WORDS});
    model.addAttribute(
        "district",
        districts.find(referral.district()).map(Districts.District::name).orElseThrow());
    return "families/consent-sheet";
  }

  private Referral opened(UUID family, UUID id) {
    FamilyId of = new FamilyId(family);
    families.open(of, Channel.PAGE);
    Actor actor = current.get();
    if (!ShownReferrals.may(actor)) {
      throw new AccessDeniedException("What is shared with partners is for staff");
    }
    return referrals
        .find(id)
        .filter(each -> cases.get(each.caseId()).family().equals(of))
        .orElseThrow(NoSuchElementException::new);
  }

  @ExceptionHandler(NoSuchElementException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String gone() {
    return "error/404";
  }
}
