package org.porchlight.identification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.NominationReason;
import org.porchlight.identification.Proposals;
import org.porchlight.roster.Families;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Opens a family's case because somebody who knows it asks for it. */
@Controller
@RequestMapping("/identification/nominate/{family}")
class NominationPage {

  private final Proposals proposals;
  private final Families families;
  private final Backgrounds backgrounds;
  private final CurrentActor current;

  NominationPage(
      Proposals proposals, Families families, Backgrounds backgrounds, CurrentActor current) {
    this.proposals = proposals;
    this.families = families;
    this.backgrounds = backgrounds;
    this.current = current;
  }

  @GetMapping
  String form(@PathVariable UUID family, Model model) {
    Families.OpenedFamily opened = families.open(new FamilyId(family), FileGate.Channel.PAGE);
    model.addAttribute("family", opened.family());
    FamilyId id = opened.family().id();
    model.addAttribute(
        "background", backgrounds.of(opened.family().district(), Set.of(id)).get(id));
    model.addAttribute("nominationReasons", NominationReason.values());
    return "identification/nominate";
  }

  @PostMapping
  String nominate(
      @PathVariable UUID family,
      @RequestParam NominationReason reason,
      @RequestParam(required = false) @Nullable String note) {
    proposals.nominate(new FamilyId(family), current.get(), reason, note);
    return "redirect:/families/" + family;
  }

  @ExceptionHandler
  RedirectView refused(DecisionRefused refused, HttpServletRequest request) {
    RequestContextUtils.getOutputFlashMap(request).put("refused", refused.code().name());
    return new RedirectView(request.getServletPath(), true);
  }
}
