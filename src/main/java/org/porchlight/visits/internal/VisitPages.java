package org.porchlight.visits.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the visitors' own pages show of asks and visits; the family itself they open through the
 * gate.
 */
@Service
@Transactional(readOnly = true)
public class VisitPages {

  private final Pairs pairs;
  private final Appointments appointments;
  private final VisitorStore visitors;
  private final HandOverStore handOvers;
  private final Families families;
  private final CaseContacts contacts;
  private final SchoolCalendars calendars;

  VisitPages(
      Pairs pairs,
      Appointments appointments,
      VisitorStore visitors,
      HandOverStore handOvers,
      Families families,
      CaseContacts contacts,
      SchoolCalendars calendars) {
    this.pairs = pairs;
    this.appointments = appointments;
    this.visitors = visitors;
    this.handOvers = handOvers;
    this.families = families;
    this.contacts = contacts;
    this.calendars = calendars;
  }

  public Mine mine(UserId visitor) {
    List<Ask> asks = new ArrayList<>();
    List<Visiting> visiting = new ArrayList<>();
    for (Pair pair :
        pairs.ofVisitor(visitor.value(), EnumSet.of(PairState.ASKED, PairState.ACCEPTED))) {
      if (pair.state() == PairState.ASKED && pair.answerOf(visitor) == null) {
        asks.add(ask(pair, visitor));
      } else if (pair.state() == PairState.ACCEPTED) {
        visiting.add(visiting(pair, visitor));
      }
    }
    return new Mine(asks, visiting, takeOvers(visitor));
  }

  private List<TakeOverAsk> takeOvers(UserId visitor) {
    return handOvers.openTo(visitor).stream()
        .map(
            asked -> {
              Pair pair = pairs.findById(asked.pair()).orElseThrow();
              return new TakeOverAsk(
                  asked.id(),
                  person(pair.partnerOf(asked.from())),
                  asked.dueAt(),
                  calendars.zone(pair.district()));
            })
        .toList();
  }

  /** Throws {@link AccessDeniedException} for anybody who was not asked. */
  public Ask ask(UUID ask, UserId visitor) {
    Pair pair =
        pairs.findByAsk(ask).orElseThrow(() -> new NoSuchElementException("Nobody was asked this"));
    if (!pair.includes(visitor)) {
      throw new AccessDeniedException("Somebody else was asked");
    }
    return ask(pair, visitor);
  }

  /** Who may see it is decided by the gate, when the caller opens the family's file. */
  public Visit visit(UUID id) {
    Appointment visit =
        appointments
            .findById(id)
            .orElseThrow(() -> new NoSuchElementException("No visit of this id"));
    Pair pair = pairs.findById(visit.pair()).orElseThrow();
    return new Visit(
        visit.id(),
        visit.family(),
        visit.startsAt(),
        visit.endsAt(),
        calendars.zone(visit.district()),
        visit.place(),
        visit.placeNote(),
        contacts.repairedAddress(visit.caseId()).orElse(null),
        visit.state().name(),
        pair.interpreterLanguage(),
        pair.visitors().stream().map(this::person).toList());
  }

  private Visiting visiting(Pair pair, UserId visitor) {
    Optional<Family> family = families.find(pair.family());
    return new Visiting(
        pair.ask(),
        pair.family(),
        partner(pair, visitor),
        next(pair),
        family.map(Family::students).orElse(List.of()).stream()
            .map(Family.Student::firstName)
            .toList(),
        family.map(FamilyLanguage::of).orElse(null));
  }

  private Ask ask(Pair pair, UserId visitor) {
    boolean mayOpen =
        pair.state() == PairState.ACCEPTED
            || (pair.state() == PairState.ASKED && !Boolean.FALSE.equals(pair.answerOf(visitor)));
    return new Ask(
        pair.ask(),
        pair.family(),
        mayOpen,
        partner(pair, visitor),
        pair.state().name(),
        pair.answerOf(visitor),
        pair.closesAt(),
        calendars.zone(pair.district()),
        pair.interpreterLanguage(),
        families.find(pair.family()).map(FamilyLanguage::of).orElse(null));
  }

  private @Nullable Planned next(Pair pair) {
    return appointments
        .findByCaseIdAndState(pair.caseId().value(), Appointment.State.PLANNED)
        .map(visit -> new Planned(visit.id(), visit.startsAt(), calendars.zone(visit.district())))
        .orElse(null);
  }

  private Person partner(Pair pair, UserId visitor) {
    return person(pair.partnerOf(visitor));
  }

  private Person person(UserId id) {
    Visitor visitor = visitors.find(id).orElseThrow();
    return new Person(visitor.firstName(), visitor.role().name());
  }

  /** {@code role}: message key {@code visits.role.<role>}. */
  public record Person(String firstName, String role) {}

  public record Mine(List<Ask> asks, List<Visiting> visiting, List<TakeOverAsk> takeOvers) {}

  /** Would somebody take a family over? Whose it is they see once they have said yes. */
  public record TakeOverAsk(UUID id, Person partner, Instant closesAt, ZoneId zone) {}

  /** {@code students}: first names, as in the queue, so that families can be told apart. */
  public record Visiting(
      UUID ask,
      FamilyId family,
      Person partner,
      @Nullable Planned next,
      List<String> students,
      @Nullable String language) {}

  public record Planned(UUID visit, Instant startsAt, ZoneId zone) {}

  /**
   * @param mayOpen the visitor has not declined, and nobody took their place
   * @param mine this visitor's answer
   */
  public record Ask(
      UUID id,
      FamilyId family,
      boolean mayOpen,
      Person partner,
      String state,
      @Nullable Boolean mine,
      @Nullable Instant closesAt,
      ZoneId zone,
      @Nullable String interpreterLanguage,
      @Nullable String language) {

    public boolean open() {
      return mine == null && state.equals(PairState.ASKED.name());
    }
  }

  /**
   * @param repairedAddress where the family lives by what a person found out during the case; it
   *     replaces what the roster says
   */
  public record Visit(
      UUID id,
      FamilyId family,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone,
      String place,
      @Nullable String placeNote,
      @Nullable String repairedAddress,
      String state,
      @Nullable String interpreterLanguage,
      List<Person> visitors) {

    public boolean planned() {
      return state.equals(Appointment.State.PLANNED.name());
    }
  }
}
