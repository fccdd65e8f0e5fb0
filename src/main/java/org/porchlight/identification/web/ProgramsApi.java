package org.porchlight.identification.web;

import java.util.List;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.SchoolRates;
import org.porchlight.identification.SettingsRefused;
import org.porchlight.shared.DistrictId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The settings of the caller's district, for systems. */
@RestController
@RequestMapping("/api/v1/programs")
class ProgramsApi {

  private final Programs programs;
  private final SchoolRates rates;
  private final SettingsInput input;
  private final CurrentActor current;

  ProgramsApi(Programs programs, SchoolRates rates, SettingsInput input, CurrentActor current) {
    this.programs = programs;
    this.rates = rates;
    this.input = input;
    this.current = current;
  }

  @GetMapping("/current")
  ProgramSettings settings() {
    return programs.current(district(current.get()));
  }

  @GetMapping("/history")
  List<Programs.Change> history() {
    return programs.history(district(current.get()));
  }

  @GetMapping("/schools")
  List<SchoolRates.SchoolRate> schools() {
    return rates.of(district(current.get()));
  }

  /**
   * Changes what is named, on top of what holds; {@code version} names the version that the caller
   * has read.
   */
  @PatchMapping("/current")
  ProgramSettings change(@RequestBody JsonNode wanted) {
    Actor actor = current.get();
    DistrictId district = district(actor);
    return programs.change(district, input.over(programs.current(district), wanted), actor);
  }

  @ExceptionHandler
  ProblemDetail refused(SettingsRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
    problem.setProperty("problems", refused.problems());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail refused(DecisionRefused refused) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
  }

  private static DistrictId district(Actor actor) {
    DistrictId district = actor.district();
    if (district == null) {
      throw DecisionRefused.because(DecisionRefused.Code.NO_DISTRICT);
    }
    return district;
  }
}
