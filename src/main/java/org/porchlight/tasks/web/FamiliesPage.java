package org.porchlight.tasks.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.roster.FamilySearch;
import org.porchlight.roster.FamilySearch.Hit;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Looks families up by name. The name is posted, so that it stands in no address and no log (I6).
 */
@Controller
class FamiliesPage {

  private static final int MOST = 50;

  private final FamilySearch search;
  private final Districts districts;
  private final FamilyDecisions decisions;
  private final CurrentActor currentActor;

  FamiliesPage(
      FamilySearch search,
      Districts districts,
      FamilyDecisions decisions,
      CurrentActor currentActor) {
    this.search = search;
    this.decisions = decisions;
    this.districts = districts;
    this.currentActor = currentActor;
  }

  @GetMapping("/families")
  String form(Model model) {
    frame(currentActor.get(), model);
    return "families/search";
  }

  @PostMapping("/families")
  String find(@RequestParam(defaultValue = "") String name, Model model) {
    Actor actor = currentActor.get();
    List<Hit> hits = maySearch(actor) ? find(actor, name.strip()) : List.of();
    frame(actor, model);
    model.addAttribute("name", name);
    model.addAttribute("hits", hits.subList(0, Math.min(MOST, hits.size())));
    model.addAttribute("more", hits.size() > MOST);
    return "families/search";
  }

  private void frame(Actor actor, Model model) {
    model.addAttribute("maySearch", maySearch(actor));
    if (actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR)) {
      model.addAttribute("toConfirm", decisions.waiting(actor).count());
    }
  }

  /** A visitor's families are those assigned; their schools are no scope. */
  private static boolean maySearch(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
  }

  private List<Hit> find(Actor actor, String name) {
    boolean administrator = actor.has(Role.ADMINISTRATOR);
    boolean wide = administrator || actor.districtWide();
    DistrictId own = actor.district();
    List<DistrictId> within =
        own != null
            ? List.of(own)
            : administrator
                ? districts.all().stream().map(Districts.District::id).toList()
                : List.of();
    List<Hit> hits = new ArrayList<>();
    for (DistrictId district : within) {
      hits.addAll(search.find(district, wide, wide ? Set.of() : actor.schools(), name, MOST + 1));
    }
    return hits;
  }
}
