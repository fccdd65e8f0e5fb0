package org.porchlight.referrals.role;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.role.StoredSchoolRoles.Holder;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Who has which role at which school, and who is on call. */
@Controller
@RequestMapping("/roles")
class SchoolRolesPage {

  private final StoredSchoolRoles roles;
  private final Schools schools;
  private final CurrentActor current;

  SchoolRolesPage(StoredSchoolRoles roles, Schools schools, CurrentActor current) {
    this.roles = roles;
    this.schools = schools;
    this.current = current;
  }

  /**
   * A school, or the whole district.
   *
   * @param id empty: the whole district
   */
  public record Place(String id, @Nullable String name, List<Line> lines, List<Actor> eligible) {}

  /** One role there. Nobody: the school's coordinators do it. */
  public record Line(SchoolRole role, List<Actor> people) {}

  @GetMapping
  String show(Model model) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    if (district != null) {
      List<Holder> holders = roles.holders(district);
      List<Place> places = new ArrayList<>();
      if (wide(actor)) {
        places.add(place(district, null, null, holders));
      }
      schools.ofDistrict(district).stream()
          .filter(school -> mayChange(actor, school.id()))
          .forEach(school -> places.add(place(district, school.id(), school.name(), holders)));
      model.addAttribute("places", places);
      model.addAttribute("wide", wide(actor));
      model.addAttribute("onCall", roles.peopleOnCall(district));
      model.addAttribute("wideEligible", roles.eligible(district, null));
      model.addAttribute("outOfHours", roles.outOfHours(district));
    }
    return "roles/roles";
  }

  private Place place(
      DistrictId district, @Nullable SchoolId school, @Nullable String name, List<Holder> holders) {
    List<Line> lines =
        Arrays.stream(SchoolRole.values())
            .map(
                role ->
                    new Line(
                        role,
                        holders.stream()
                            .filter(each -> each.role() == role && same(each.school(), school))
                            .map(Holder::person)
                            .toList()))
            .toList();
    String id = school == null ? "" : school.toString();
    return new Place(id, name, lines, roles.eligible(district, school));
  }

  private static boolean same(@Nullable SchoolId one, @Nullable SchoolId other) {
    return one == null ? other == null : one.equals(other);
  }

  @PostMapping("/name")
  String name(
      @RequestParam(defaultValue = "") String school,
      @RequestParam SchoolRole role,
      @RequestParam UUID person,
      RedirectAttributes redirect) {
    SchoolId at = at(school);
    roles.name(districtFor(at), at, role, new UserId(person), current.get().id());
    return saved(redirect);
  }

  @PostMapping("/unname")
  String unname(
      @RequestParam(defaultValue = "") String school,
      @RequestParam SchoolRole role,
      @RequestParam UUID person,
      RedirectAttributes redirect) {
    SchoolId at = at(school);
    roles.unname(districtFor(at), at, role, new UserId(person));
    return saved(redirect);
  }

  @PostMapping("/on-call")
  String onCall(
      @RequestParam UUID person,
      @RequestParam(defaultValue = "true") boolean on,
      RedirectAttributes redirect) {
    DistrictId district = districtFor(null);
    if (on) {
      roles.putOnCall(district, new UserId(person), current.get().id());
    } else {
      roles.takeOffCall(district, new UserId(person));
    }
    return saved(redirect);
  }

  @PostMapping("/out-of-hours")
  String outOfHours(@RequestParam String words, RedirectAttributes redirect) {
    roles.outOfHours(districtFor(null), words, current.get().id());
    return saved(redirect);
  }

  /** Somebody who may not have that role, words that are none: nothing has changed. */
  @ExceptionHandler(IllegalArgumentException.class)
  String refused(HttpServletRequest request) {
    RequestContextUtils.getOutputFlashMap(request).put("refused", true);
    return "redirect:/roles";
  }

  private static String saved(RedirectAttributes redirect) {
    redirect.addFlashAttribute("saved", true);
    return "redirect:/roles";
  }

  private static @Nullable SchoolId at(String school) {
    return school.isBlank() ? null : new SchoolId(UUID.fromString(school));
  }

  private DistrictId districtFor(@Nullable SchoolId school) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    boolean allowed =
        district != null
            && (school == null
                ? wide(actor)
                : mayChange(actor, school)
                    && schools
                        .find(school)
                        .filter(each -> each.district().equals(district))
                        .isPresent());
    if (!allowed || district == null) {
      throw new AccessDeniedException("Coordinators name people at their own schools");
    }
    return district;
  }

  private static boolean wide(Actor actor) {
    return actor.has(Role.ADMINISTRATOR) || actor.districtWide();
  }

  private static boolean mayChange(Actor actor, SchoolId school) {
    return wide(actor) || actor.schools().contains(school);
  }
}
