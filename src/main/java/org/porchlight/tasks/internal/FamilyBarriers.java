package org.porchlight.tasks.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.History;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ReadableWords;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What makes school hard for a family, as far as the signed-in person may read it. */
@Component
public class FamilyBarriers {

  /** What can be given on the spot: codes of the visit log's field {@code helpGiven}. */
  public static final List<String> GIVEN =
      List.of(
          "COAT", "FOOD", "BUS_PASS", "SCHOOL_SUPPLIES", "HYGIENE", "BOOKS", "PHONE_LIST", "OTHER");

  private static final int LONGEST = 300;

  private final CurrentActor currentActor;
  private final Cases cases;
  private final Barriers barriers;
  private final ReadableWords words;
  private final Families families;
  private final FamilyEvents events;
  private final Messages messages;
  private final Clock clock;

  FamilyBarriers(
      CurrentActor currentActor,
      Cases cases,
      Barriers barriers,
      ReadableWords words,
      Families families,
      FamilyEvents events,
      Messages messages,
      Clock clock) {
    this.currentActor = currentActor;
    this.cases = cases;
    this.barriers = barriers;
    this.words = words;
    this.families = families;
    this.events = events;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A barrier.
   *
   * @param named false where the reader may not know what it is, only how it stands
   * @param history without words that the reader may not see; oldest first
   */
  public record Shown(Barrier barrier, boolean named, List<History> history) {}

  /**
   * What somebody tells.
   *
   * @param given on the spot, codes of {@link #GIVEN}
   * @param enough whether that settled it
   * @param text of the family's thread, where it was told by one
   */
  public record Told(
      @Nullable BarrierCode code,
      @Nullable UUID student,
      @Nullable String words,
      List<String> given,
      boolean enough,
      @Nullable UUID text) {}

  /** Newest first. The caller has opened the family's file. */
  public List<Shown> of(CaseView view) {
    Actor reader = currentActor.get();
    boolean confidential = confidential(reader);
    Instant from = words.from(view, reader);
    return barriers.of(view.id()).stream().map(one -> shown(one, confidential, from)).toList();
  }

  /** An open one is named to whoever has to act on it, also at a school that it came to later. */
  private Shown shown(Barrier one, boolean confidential, Instant from) {
    boolean restricted = one.code().restricted();
    boolean before = one.toldAt().isBefore(from);
    boolean named = restricted ? confidential && !before : one.open() || !before;
    return new Shown(
        one,
        named,
        barriers.history(one.id()).stream()
            .map(entry -> named && !entry.at().isBefore(from) ? entry : entry.withoutWords())
            .toList());
  }

  /** Visitors know what they were told themselves; the page on their phone is read on the way. */
  private static boolean confidential(Actor reader) {
    return reader.has(Role.COORDINATOR) || reader.has(Role.ADMINISTRATOR);
  }

  /** A text of this family, for quoting. Throws as {@link Families#open}. */
  public ThreadEntry text(FamilyId family, UUID text) {
    return messages.thread(family).stream()
        .filter(entry -> entry.inbound() && entry.id().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("text is no text of this family"));
  }

  /**
   * Opens the family's file (scope, audit) and records it.
   *
   * @param request makes it one act: a repeat does nothing
   * @throws IllegalArgumentException where something is missing or wrong: it says what to change
   * @throws AccessDeniedException outside the scope, or for a visitor, who says it in the log
   * @throws java.util.NoSuchElementException where there is no such case
   * @throws IllegalStateException where the case has ended: nothing changes
   */
  @Transactional
  public UUID tell(CaseId id, Told told, UUID request, Channel channel) {
    Actor actor = currentActor.get();
    CaseView view = cases.get(id);
    Family family = families.open(view.family(), channel).family();
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
    if (!view.live()) {
      throw new IllegalStateException("The case has ended: nothing was recorded");
    }
    BarrierCode code = check(told, family);
    UUID text = told.text();
    if (text != null) {
      text(view.family(), text);
    }
    UUID student = told.student();
    return barriers.tell(
        new Telling(
            id,
            code,
            text == null ? Source.PAGE : Source.TEXT,
            text == null ? "page:" + request : "text:" + text + ":" + code,
            student == null ? null : new StudentId(student),
            actor.id(),
            clock.instant(),
            strip(told.words()),
            told.enough() && !told.given().isEmpty(),
            told.given()));
  }

  private static BarrierCode check(Told told, Family family) {
    BarrierCode code = told.code();
    if (code == null || code.kind() == BarrierCode.Kind.NONE) {
      throw new IllegalArgumentException("code is missing: name what makes school hard");
    }
    String words = strip(told.words());
    if (code == BarrierCode.X_OTHER && words == null) {
      throw new IllegalArgumentException("words are missing: say what X_OTHER stands for");
    }
    if (words != null && words.length() > LONGEST) {
      throw new IllegalArgumentException("words are longer than " + LONGEST + " characters");
    }
    UUID student = told.student();
    if (student != null
        && family.students().stream().noneMatch(one -> one.id().value().equals(student))) {
      throw new IllegalArgumentException("student is none of this family");
    }
    if (!GIVEN.containsAll(told.given())) {
      throw new IllegalArgumentException("given must be some of " + GIVEN);
    }
    return code;
  }

  private static @Nullable String strip(@Nullable String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
