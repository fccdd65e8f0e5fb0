package org.porchlight.visits.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SpokenTexts;
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
  private final SpokenTexts spoken;
  private final CaseContacts contacts;
  private final ToldGuardians readers;
  private final VisitProperties settings;

  VisitTexts(
      Messages messages,
      SpokenTexts spoken,
      CaseContacts contacts,
      ToldGuardians readers,
      VisitProperties settings) {
    this.messages = messages;
    this.spoken = spoken;
    this.contacts = contacts;
    this.readers = readers;
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

  /** To whom the case asks, and to every guardian whom the family wants to be told too. */
  void toFamily(Appointment visit, List<Visitor> pair, Text text, boolean withPlace) {
    if (!text.expiresAt().isAfter(text.notBefore())) {
      return;
    }
    Map<String, Object> arguments = who(visit, pair);
    if (withPlace) {
      arguments.put("placeCode", visit.place());
    }
    for (TextContact to : readers.readers(visit.caseId())) {
      if (messages.speaks(text.template(), to.language())) {
        Recipient recipient = new Recipient.OfFamily(visit.family(), to.guardian());
        request(visit.district(), to.phone(), recipient, to.language(), text, arguments);
      }
    }
  }

  /**
   * What a family hears on the phone that {@link #reach no text reaches}.
   *
   * @param id of the call's reason
   */
  void toBeSaid(UUID id, Appointment visit, List<Visitor> pair, String template) {
    spoken.keep(id, visit.district(), template, who(visit, pair));
  }

  private static Map<String, Object> who(Appointment visit, List<Visitor> pair) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("when", visit.startsAt());
    arguments.put("name1", pair.get(0).firstName());
    arguments.put("name2", pair.get(1).firstName());
    return arguments;
  }

  /** Whether this family can be told so by text, in an approved translation. */
  boolean reach(CaseId id, String template) {
    return contacts.textTo(id).filter(to -> messages.speaks(template, to.language())).isPresent();
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

    /**
     * Purposes are named as their templates, but for the ask, a new time and the second reminders.
     */
    String template() {
      return switch (purpose) {
        case Purposes.ASK, Purposes.TAKE_OVER -> "visits.askVisitor";
        case Purposes.FAMILY_LAST_REMINDER -> Purposes.FAMILY_REMINDER;
        case Purposes.VISITOR_BOOKED, Purposes.VISITOR_LAST_REMINDER -> Purposes.VISITOR_REMINDER;
        default -> purpose;
      };
    }
  }
}
