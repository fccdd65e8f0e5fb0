package org.porchlight.messaging.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.messaging.SendAlerts;
import org.porchlight.messaging.TextBatches;
import org.porchlight.shared.DistrictId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The unasked texts of the district by day: what waits, in which languages, how fast it leaves.
 * Shows counts and examples, never a family; so everybody of the district's staff may look, and
 * whoever works for the whole district may act.
 */
@Controller
@RequestMapping("/texts/batches")
class BatchesPage {

  private final TextBatches batches;
  private final BatchRows rows;
  private final SendAlerts alerts;
  private final CurrentActor current;

  BatchesPage(TextBatches batches, BatchRows rows, SendAlerts alerts, CurrentActor current) {
    this.batches = batches;
    this.rows = rows;
    this.alerts = alerts;
    this.current = current;
  }

  @GetMapping
  String list(Model model) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    model.addAttribute("mayAct", actor.districtWide() && district != null);
    model.addAttribute("reasons", TextBatches.Why.values());
    model.addAttribute("fastest", TextBatches.FASTEST);
    if (actor.has(Role.ADMINISTRATOR)) {
      model.addAttribute("alerts", alerts.open());
      model.addAttribute("deliveryUnknown", alerts.deliveryUnknown());
    }
    if (district != null) {
      model.addAttribute("pace", batches.pace(district));
      model.addAttribute("batches", rows.of(district));
    }
    return "texts/batches";
  }

  @PostMapping("/{id}/pause")
  String pause(@PathVariable UUID id, RedirectAttributes flash) {
    batches.pause(mine(id), current.get().id());
    return done("paused", flash);
  }

  @PostMapping("/{id}/resume")
  String resume(@PathVariable UUID id, RedirectAttributes flash) {
    batches.resume(mine(id), current.get().id());
    return done("resumed", flash);
  }

  @PostMapping("/{id}/call-off")
  String callOff(
      @PathVariable UUID id, @RequestParam TextBatches.Why why, RedirectAttributes flash) {
    batches.callOff(mine(id), why, current.get().id());
    return done("calledOff", flash);
  }

  @PostMapping("/pace")
  String pace(@RequestParam(required = false) @Nullable Integer perHour, RedirectAttributes flash) {
    Actor actor = acting();
    DistrictId district = actor.district();
    if (district != null) {
      try {
        batches.setPace(district, perHour, actor.id());
      } catch (IllegalArgumentException absurd) {
        flash.addFlashAttribute("problem", "pace");
        return "redirect:/texts/batches";
      }
    }
    return done("paced", flash);
  }

  @PostMapping("/alerts/{id}/seen")
  String seen(@PathVariable UUID id, RedirectAttributes flash) {
    Actor actor = current.get();
    if (!actor.has(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("Administrators deal with this");
    }
    alerts.seen(id, actor.id());
    return done("seen", flash);
  }

  private UUID mine(UUID id) {
    Actor actor = acting();
    return batches
        .find(id)
        .filter(batch -> batch.district().equals(actor.district()))
        .map(TextBatches.Batch::id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Actor acting() {
    Actor actor = current.get();
    if (!actor.districtWide()) {
      throw new AccessDeniedException("Whoever works for the whole district does this");
    }
    return actor;
  }

  private static String done(String what, RedirectAttributes flash) {
    flash.addFlashAttribute("done", what);
    return "redirect:/texts/batches";
  }
}
