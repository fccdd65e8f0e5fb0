package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.VisitingPair.Introduction;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.Receipts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * WHO and NO VISIT, at any time: who is coming and when, names and roles only; and no visit. With
 * nothing planned, no visit is the family's no.
 */
@Component
class FamilyControls {

  private static final String BY_TEXT = "TEXT";

  private final Cases cases;
  private final CaseContacts contacts;
  private final Appointments appointments;
  private final AcceptedPair pairs;
  private final ChangeVisit changes;
  private final Receipts receipts;
  private final Clock clock;

  FamilyControls(
      Cases cases,
      CaseContacts contacts,
      Appointments appointments,
      AcceptedPair pairs,
      ChangeVisit changes,
      Receipts receipts,
      Clock clock) {
    this.cases = cases;
    this.contacts = contacts;
    this.appointments = appointments;
    this.pairs = pairs;
    this.changes = changes;
    this.receipts = receipts;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(FamilyTexted texted) {
    if (texted.answer() != Answer.WHO && texted.answer() != Answer.NO_VISIT) {
      return;
    }
    CaseView view = cases.openCaseOf(texted.family()).orElse(null);
    boolean answered =
        texted.answer() == Answer.WHO ? who(view, texted) : view != null && noVisit(view, texted);
    if (answered) {
      receipts.taken(texted.inbound());
    }
  }

  private boolean who(@Nullable CaseView view, FamilyTexted texted) {
    List<Introduction> both = view == null ? List.of() : pairs.of(view.id());
    if (view == null || both.size() != 2 || onlyCalls(view)) {
      return receipts.send(
          texted.inbound(), Purposes.NOBODY_COMES, view == null ? null : view.id(), Map.of());
    }
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("name1", both.getFirst().firstName());
    arguments.put("role1", both.getFirst().role());
    arguments.put("name2", both.getLast().firstName());
    arguments.put("role2", both.getLast().role());
    ahead(view).ifPresent(visit -> arguments.put("when", visit.startsAt()));
    return receipts.send(texted.inbound(), Purposes.WHO_COMES, view.id(), arguments);
  }

  /** Nobody would come to a family that wants calls only, whoever was meant to. */
  private boolean onlyCalls(CaseView view) {
    return contacts.wantsCalls(view.id()) && ahead(view).isEmpty();
  }

  private boolean noVisit(CaseView view, FamilyTexted texted) {
    Optional<Appointment> visit = ahead(view);
    if (visit.isPresent() && changes.change(visit.get().id(), null, true)) {
      receipts.send(
          texted.inbound(),
          Purposes.OFF_RECEIPT,
          view.id(),
          Map.of("when", visit.get().startsAt()));
    } else {
      cases.familyDeclined(view.id(), BY_TEXT, null, texted.at());
    }
    return true;
  }

  private Optional<Appointment> ahead(CaseView view) {
    return appointments
        .findByCaseIdAndState(view.id().value(), Appointment.State.PLANNED)
        .filter(visit -> visit.startsAt().isAfter(clock.instant()));
  }
}
