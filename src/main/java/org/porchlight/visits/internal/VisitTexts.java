package org.porchlight.visits.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Recipient;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family.Guardian;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.stereotype.Component;

/**
 * The texts around a visit. Nothing goes to a family whose language has no approved translation or
 * who has no number for texts: their coordinator speaks to them.
 */
@Component
class VisitTexts {

  private final Messages messages;
  private final Families families;
  private final FirstContactPlans plans;
  private final VisitProperties settings;

  VisitTexts(
      Messages messages, Families families, FirstContactPlans plans, VisitProperties settings) {
    this.messages = messages;
    this.families = families;
    this.plans = plans;
    this.settings = settings;
  }

  /** Who and where are on the page behind the link, after sign-in. */
  void toVisitor(Visitor visitor, Text text, Map<String, Object> arguments, String path) {
    PhoneNumber phone = visitor.phone();
    if (phone == null || !text.expiresAt().isAfter(text.notBefore())) {
      return;
    }
    String language =
        messages.speaks(text.template(), visitor.textLanguage()) ? visitor.textLanguage() : "en";
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("link", settings.publicUrl().resolve(path).toString());
    request(visitor.district(), phone, new Recipient.OfStaff(visitor.user()), language, text, all);
  }

  void toFamily(Appointment visit, List<Visitor> pair, Text text, boolean withPlace) {
    Guardian guardian = guardian(visit).orElse(null);
    if (guardian == null || !text.expiresAt().isAfter(text.notBefore())) {
      return;
    }
    String language = guardian.writtenLanguage();
    PhoneNumber phone = guardian.textable().orElse(null);
    if (phone == null || language == null || !messages.speaks(text.template(), language)) {
      return;
    }
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("when", visit.startsAt());
    arguments.put("name1", pair.get(0).firstName());
    arguments.put("name2", pair.get(1).firstName());
    if (withPlace) {
      arguments.put("placeCode", visit.place());
    }
    Recipient recipient = new Recipient.OfFamily(visit.family(), guardian.id());
    request(visit.district(), phone, recipient, language, text, arguments);
  }

  /** Whom the coordinator chose to speak to, else the first contact. */
  private Optional<Guardian> guardian(Appointment visit) {
    return families
        .find(visit.family())
        .flatMap(
            family -> {
              var chosen =
                  plans.of(visit.caseId()).map(FirstContactPlans.Plan::guardian).orElse(null);
              return family.contacts().stream()
                  .filter(guardian -> chosen == null || guardian.id().equals(chosen))
                  .findFirst()
                  .or(() -> family.contacts().stream().findFirst());
            });
  }

  private void request(
      DistrictId district,
      PhoneNumber to,
      Recipient recipient,
      String language,
      Text text,
      Map<String, Object> arguments) {
    messages.request(
        new MessageRequest(
            district,
            to,
            recipient,
            text.caseId(),
            text.purpose(),
            text.occurrence(),
            text.template(),
            language,
            arguments,
            text.notBefore(),
            text.expiresAt(),
            text.moveEarlier()));
  }

  /** One text: why, which one, and when. */
  record Text(
      CaseId caseId,
      String purpose,
      String occurrence,
      Instant notBefore,
      Instant expiresAt,
      boolean moveEarlier) {

    /** Purposes are named as their templates, but for the ask, which is one for two people. */
    String template() {
      return purpose.equals(Purposes.ASK) ? "visits.askVisitor" : purpose;
    }
  }
}
