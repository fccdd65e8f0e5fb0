package org.porchlight.tasks.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.OptOuts;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.visits.ToldOfVisits;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which guardians of a family read when a visit is. */
@Component
public class VisitReaders {

  private final CurrentActor currentActor;
  private final FamilyEvents events;
  private final Families families;
  private final CaseHistory history;
  private final CaseContacts contacts;
  private final OptOuts optOuts;
  private final ToldOfVisits told;

  VisitReaders(
      CurrentActor currentActor,
      FamilyEvents events,
      Families families,
      CaseHistory history,
      CaseContacts contacts,
      OptOuts optOuts,
      ToldOfVisits told) {
    this.currentActor = currentActor;
    this.events = events;
    this.families = families;
    this.history = history;
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.told = told;
  }

  /**
   * @param people who may be contacted, whom the case asks first
   */
  public record Readers(Family family, List<Reader> people) {}

  /** A guardian, and whether the texts about visits go there. */
  public record Reader(Family.Guardian guardian, State state) {}

  /** As things stand. */
  public enum State {
    /** Whom the case asks: always told. */
    ASKED,
    TOLD,
    NOT_TOLD,
    /** No phone for texts, or no known language. */
    NO_TEXTS,
    OPTED_OUT
  }

  /**
   * Opens the family's file; throws as {@link Families#open}, and for visitors.
   *
   * @throws NoSuchElementException where no case of the family is open
   */
  @Transactional
  public Readers open(FamilyId id) {
    CaseView view = live(id);
    Family family = families.open(id, Channel.PAGE).family();
    List<TextContact> textable = contacts.textable(view.id());
    Set<GuardianId> chosen = told.of(view.id());
    List<Reader> people = new ArrayList<>();
    for (Family.Guardian guardian : family.contacts()) {
      people.add(
          new Reader(
              guardian,
              textable.stream()
                  .filter(each -> each.guardian().equals(guardian.id()))
                  .findFirst()
                  .map(to -> state(to, to.equals(textable.getFirst()), chosen))
                  .orElse(State.NO_TEXTS)));
    }
    return new Readers(family, people);
  }

  private State state(TextContact to, boolean asked, Set<GuardianId> chosen) {
    if (optOuts.optedOut(to.phone())) {
      return State.OPTED_OUT;
    }
    if (asked) {
      return State.ASKED;
    }
    return chosen.contains(to.guardian()) ? State.TOLD : State.NOT_TOLD;
  }

  /**
   * Opens the file and replaces the choice; throws as {@link #open}.
   *
   * @throws IllegalArgumentException where one of them is no contact of the family who can be
   *     texted: nothing changes
   */
  @Transactional
  public void choose(FamilyId id, Set<GuardianId> guardians) {
    CaseView view = live(id);
    Family family = families.open(id, Channel.PAGE).family();
    Set<GuardianId> known =
        family.contacts().stream().map(Family.Guardian::id).collect(Collectors.toSet());
    if (!known.containsAll(guardians)) {
      throw new IllegalArgumentException("Choose contacts of this family");
    }
    Set<GuardianId> all = new HashSet<>(guardians);
    all.addAll(stopped(view));
    told.choose(view.id(), all, currentActor.get().id());
  }

  /** Nobody could choose them; once they welcome texts again, the choice holds. */
  private List<GuardianId> stopped(CaseView view) {
    Set<GuardianId> chosen = told.of(view.id());
    return contacts.textable(view.id()).stream()
        .filter(each -> chosen.contains(each.guardian()) && optOuts.optedOut(each.phone()))
        .map(TextContact::guardian)
        .toList();
  }

  private CaseView live(FamilyId id) {
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
    return history.ofFamily(id).stream()
        .findFirst()
        .filter(CaseView::live)
        .orElseThrow(() -> new NoSuchElementException("No open case of this family"));
  }
}
