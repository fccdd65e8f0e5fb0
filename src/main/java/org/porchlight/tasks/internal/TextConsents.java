package org.porchlight.tasks.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseHistory;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.OptOuts.Change;
import org.porchlight.messaging.OptOuts.How;
import org.porchlight.messaging.OptOuts.Told;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of a family's phones want and take texts, who said so, and what people record about it. */
@Component
public class TextConsents {

  private final CurrentActor currentActor;
  private final FamilyEvents events;
  private final Families families;
  private final CaseHistory history;
  private final CaseContacts contacts;
  private final OptOuts optOuts;
  private final LineTypes lines;

  TextConsents(
      CurrentActor currentActor,
      FamilyEvents events,
      Families families,
      CaseHistory history,
      CaseContacts contacts,
      OptOuts optOuts,
      LineTypes lines) {
    this.currentActor = currentActor;
    this.events = events;
    this.families = families;
    this.history = history;
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.lines = lines;
  }

  /**
   * @param phones of the contacts, each once, with whether texts to it are stopped
   * @param log newest first
   */
  public record Consents(Family family, Map<PhoneNumber, Boolean> phones, List<Change> log) {}

  /** Opens the family's file; throws as {@link Families#open}, and for visitors. */
  @Transactional
  public Consents open(FamilyId id) {
    staffOnly();
    Family family = families.open(id, Channel.PAGE).family();
    Map<PhoneNumber, Boolean> phones = new LinkedHashMap<>();
    numbers(family).forEach(phone -> phones.put(phone, optOuts.optedOut(phone)));
    return new Consents(family, phones, optOuts.log(phones.keySet()));
  }

  /**
   * Opens the file and records what a family told somebody.
   *
   * @param welcome true: texts are welcome again; false: they should stop
   * @param saidBy whose word it was; a consent needs it
   * @param how a consent needs it
   * @throws IllegalArgumentException where that is missing, or the phone is none of the family's:
   *     nothing changes
   */
  @Transactional
  public void record(
      FamilyId id, String phone, boolean welcome, @Nullable GuardianId saidBy, @Nullable How how) {
    staffOnly();
    Actor actor = currentActor.get();
    Family family = families.open(id, Channel.PAGE).family();
    PhoneNumber number = number(family, phone);
    boolean known =
        saidBy == null || family.contacts().stream().anyMatch(one -> one.id().equals(saidBy));
    if (!known || welcome && (saidBy == null || how == null)) {
      throw new IllegalArgumentException("Say who of the family gave the consent, and how");
    }
    Told told = new Told(actor.id(), how, saidBy);
    if (welcome) {
      optOuts.recordConsent(number, told);
    } else {
      optOuts.recordSpoken(number, told);
    }
  }

  /**
   * Opens the file and records that texts arrive at a number that was taken for a landline.
   *
   * @throws IllegalArgumentException where the phone is none of the family's: nothing changes
   */
  @Transactional
  public void takesTexts(FamilyId id, String phone) {
    staffOnly();
    Family family = families.open(id, Channel.PAGE).family();
    lines.correct(number(family, phone), currentActor.get().id());
  }

  private PhoneNumber number(Family family, String phone) {
    return numbers(family).stream()
        .filter(known -> known.e164().equals(phone))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Choose a phone of this family"));
  }

  private void staffOnly() {
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
  }

  /** Also those that a person found during the case: texts go there first. */
  private List<PhoneNumber> numbers(Family family) {
    List<PhoneNumber> found =
        history.ofFamily(family.id()).stream()
            .findFirst()
            .map(view -> contacts.foundPhones(view.id()))
            .orElse(List.of())
            .stream()
            .map(CaseContacts.RepairedPhone::phone)
            .toList();
    List<PhoneNumber> given =
        family.contacts().stream()
            .flatMap(guardian -> guardian.phones().stream())
            .map(Family.Phone::number)
            .filter(Objects::nonNull)
            .toList();
    return java.util.stream.Stream.concat(found.stream(), given.stream()).distinct().toList();
  }

  /** Whose first name stands in the log. */
  public static Optional<String> name(Family family, @Nullable GuardianId guardian) {
    return family.guardians().stream()
        .filter(one -> one.id().equals(guardian))
        .map(Family.Guardian::firstName)
        .findFirst();
  }
}
