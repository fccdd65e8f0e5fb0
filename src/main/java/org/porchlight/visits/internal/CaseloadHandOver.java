package org.porchlight.visits.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.cases.Cases;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.porchlight.visits.internal.VisitorRanking.RankedVisitor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All families of one visitor who is ill, away or leaving, each with the next best beside it. */
@Service
@Transactional
public class CaseloadHandOver {

  private final Pairs pairs;
  private final HandOverStore store;
  private final HandOvers handOvers;
  private final VisitorStore visitors;
  private final VisitorDirectory directory;
  private final ChosenPair chosen;
  private final Crew crew;
  private final PlanOptions options;
  private final Appointments appointments;
  private final Families families;
  private final Cases cases;
  private final SchoolCalendars calendars;
  private final CurrentActor current;

  CaseloadHandOver(
      Pairs pairs,
      HandOverStore store,
      HandOvers handOvers,
      VisitorStore visitors,
      VisitorDirectory directory,
      ChosenPair chosen,
      Crew crew,
      PlanOptions options,
      Appointments appointments,
      Families families,
      Cases cases,
      SchoolCalendars calendars,
      CurrentActor current) {
    this.pairs = pairs;
    this.store = store;
    this.handOvers = handOvers;
    this.visitors = visitors;
    this.directory = directory;
    this.chosen = chosen;
    this.crew = crew;
    this.options = options;
    this.appointments = appointments;
    this.families = families;
    this.cases = cases;
    this.calendars = calendars;
    this.current = current;
  }

  /**
   * @param elsewhere families that the signed-in person may not open: their coordinator hands over
   */
  public record Caseload(String firstName, List<Row> rows, int elsewhere) {}

  /**
   * @param students first names, as in the queue, so that families can be told apart
   * @param language BCP 47
   * @param next those who may be asked, best first, with reasons
   * @param asked who is asked already, and until when
   */
  public record Row(
      UUID pair,
      List<String> students,
      @Nullable String language,
      String partner,
      @Nullable Instant visit,
      ZoneId zone,
      List<Choice> next,
      @Nullable Asked asked) {}

  public record Choice(UUID visitor, String label) {}

  public record Asked(String firstName, Instant until) {}

  /** Throws as {@link VisitorDirectory#account}. */
  @Transactional(readOnly = true)
  public Caseload of(UserId leaving) {
    directory.account(leaving);
    List<Row> rows = new ArrayList<>();
    int elsewhere = 0;
    for (Pair pair : live(leaving)) {
      if (chosen.inScope(current.get().id(), pair.family())) {
        rows.add(row(pair, leaving));
      } else {
        elsewhere++;
      }
    }
    String name = visitors.find(leaving).map(Visitor::firstName).orElse("");
    return new Caseload(name, rows, elsewhere);
  }

  /**
   * Asks each of the chosen to take the family over.
   *
   * @param successors by pair
   * @throws IllegalArgumentException with what to change; nothing is changed
   */
  public void ask(UserId leaving, Map<UUID, UserId> successors) {
    directory.account(leaving);
    UserId by = current.get().id();
    successors.forEach(
        (id, successor) -> {
          Pair pair =
              pairs
                  .lock(id)
                  .filter(one -> one.state().current() && one.includes(leaving))
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "This list has changed meanwhile: look at it again"));
          chosen.requireScope(by, pair.family());
          check(pair, leaving, successor);
          handOvers.ask(pair, leaving, successor, by);
        });
  }

  private void check(Pair pair, UserId leaving, UserId successor) {
    Family family = families.find(pair.family()).orElseThrow();
    Map<String, String> errors = new LinkedHashMap<>();
    chosen.check(
        new ChosenPair.Choice(
            successor.value(), pair.partnerOf(leaving).value(), pair.interpreterLanguage()),
        family,
        errors);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(errors.values().iterator().next());
    }
  }

  private List<Pair> live(UserId leaving) {
    return pairs.ofVisitor(leaving.value(), PairState.CURRENT).stream()
        .filter(pair -> cases.get(pair.caseId()).live())
        .toList();
  }

  private Row row(Pair pair, UserId leaving) {
    Family family = families.find(pair.family()).orElseThrow();
    String language = FamilyLanguage.of(family);
    UserId partner = pair.partnerOf(leaving);
    return new Row(
        pair.id(),
        family.students().stream().map(Family.Student::firstName).toList(),
        language,
        visitors.find(partner).orElseThrow().firstName(),
        appointments
            .findByCaseIdAndState(pair.caseId().value(), Appointment.State.PLANNED)
            .map(Appointment::startsAt)
            .orElse(null),
        calendars.zone(pair.district()),
        choices(pair, leaving, family, language),
        store
            .openOf(pair.id(), leaving)
            .map(
                asked ->
                    new Asked(visitors.find(asked.to()).orElseThrow().firstName(), asked.dueAt()))
            .orElse(null));
  }

  /** Only who makes a valid pair with the one who stays. */
  private List<Choice> choices(
      Pair pair, UserId leaving, Family family, @Nullable String language) {
    Member stays = crew.member(pair.partnerOf(leaving), pair.district()).orElse(null);
    List<RankedVisitor> able =
        chosen.ranked(pair.caseId(), family).stream()
            .filter(one -> !pair.includes(one.visitor().user()))
            .filter(one -> talks(one, stays, language, pair.interpreterLanguage()))
            .toList();
    List<Map<String, Object>> labelled = options.visitors(able, language);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < able.size(); i++) {
      choices.add(
          new Choice(
              able.get(i).visitor().user().value(), String.valueOf(labelled.get(i).get("label"))));
    }
    return choices;
  }

  private boolean talks(
      RankedVisitor one,
      @Nullable Member stays,
      @Nullable String language,
      @Nullable String interpreter) {
    Optional<Member> next = crew.member(one.visitor().user(), one.visitor().district());
    return next.isPresent()
        && stays != null
        && PairRules.canTalk(next.get(), stays, language, interpreter);
  }
}
