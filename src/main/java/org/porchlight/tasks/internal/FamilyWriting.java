package org.porchlight.tasks.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.StaffTexts;
import org.porchlight.messaging.StaffTexts.Draft;
import org.porchlight.messaging.StaffTexts.Preview;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.visits.Fluency;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The thread of a family, and what staff write into it. */
@Component
public class FamilyWriting {

  /** Of a text: more is no text. */
  public static final int LONGEST = 600;

  private final CurrentActor currentActor;
  private final FamilyFolder folders;
  private final FamilyEvents events;
  private final CaseContacts contacts;
  private final StaffTexts texts;
  private final Fluency fluency;

  FamilyWriting(
      CurrentActor currentActor,
      FamilyFolder folders,
      FamilyEvents events,
      CaseContacts contacts,
      StaffTexts texts,
      Fluency fluency) {
    this.currentActor = currentActor;
    this.folders = folders;
    this.events = events;
    this.contacts = contacts;
    this.texts = texts;
    this.fluency = fluency;
  }

  /**
   * @param to where a text would go; null where nobody of an open case can be texted
   * @param answers whether that is who wrote last
   * @param others who of the family can be texted instead
   * @param phrases none where the language has no approved translation
   * @param freely whether the reader may write words of their own
   */
  public record Desk(
      Folder folder,
      @Nullable TextContact to,
      boolean answers,
      List<TextContact> others,
      List<Phrase> phrases,
      boolean freely) {}

  /** An approved phrase, as it would be sent. */
  public record Phrase(String code, Preview preview) {}

  /**
   * Opens the file (scope, audit); throws as {@link FamilyFolder#open}, and for visitors.
   *
   * @param chosen whom the reader wants to write to; null, or nobody who can be texted: whoever
   *     wrote last, else who is asked first
   */
  @Transactional
  public Desk open(FamilyId id, @Nullable GuardianId chosen) {
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams read and write here");
    }
    Folder folder = folders.open(id, Channel.PAGE);
    Correspondence with = correspondence(folder);
    TextContact to = with.to(chosen).orElse(null);
    List<Phrase> phrases =
        to == null
            ? List.of()
            : texts.phrases().stream()
                .flatMap(
                    code ->
                        Optional.ofNullable(texts.preview(draft(folder, to, code, null)))
                            .map(preview -> new Phrase(code, preview))
                            .stream())
                .toList();
    return new Desk(
        folder,
        to,
        to != null && with.last().equals(Optional.of(to)),
        with.people().stream().filter(each -> !each.equals(to)).toList(),
        phrases,
        to != null && freely(to.language()));
  }

  private static Optional<CaseView> live(Folder folder) {
    return folder.newest().filter(CaseView::live);
  }

  private Correspondence correspondence(Folder folder) {
    return live(folder)
        .map(view -> Correspondence.of(contacts.textable(view.id()), texts.writers(view.family())))
        .orElse(Correspondence.NOBODY);
  }

  private boolean freely(String language) {
    return language.equals("en")
        || language.startsWith("en-")
        || fluency.writes(currentActor.get().id(), language);
  }

  /**
   * How words of the writer's own would read.
   *
   * @throws IllegalArgumentException where there are none, or too many
   * @throws AccessDeniedException where the writer may not write freely
   */
  public Preview preview(Desk desk, String words) {
    Draft draft = own(desk, words);
    return Objects.requireNonNull(texts.preview(draft), "no translation of the frame");
  }

  /**
   * Sends a phrase, or words of the writer's own; once for each request.
   *
   * @throws IllegalArgumentException where nothing can be sent: it says why
   */
  @Transactional
  public void send(Desk desk, String phrase, @Nullable String words, UUID request) {
    TextContact to = desk.to();
    if (to == null) {
      throw new IllegalArgumentException("Nobody of this family can be texted now");
    }
    Draft draft =
        phrase.equals(StaffTexts.OWN_WORDS)
            ? own(desk, words == null ? "" : words)
            : draft(desk.folder(), to, phrase, null);
    texts.send(draft, request, currentActor.get().id());
  }

  private Draft own(Desk desk, String words) {
    TextContact to = desk.to();
    String said = words.strip();
    if (to == null || said.isEmpty() || said.length() > LONGEST) {
      throw new IllegalArgumentException("Write one to " + LONGEST + " characters");
    }
    if (!desk.freely()) {
      throw new AccessDeniedException("Words of one's own need the family's language");
    }
    return draft(desk.folder(), to, StaffTexts.OWN_WORDS, said);
  }

  private static Draft draft(Folder folder, TextContact to, String phrase, @Nullable String words) {
    CaseView view = live(folder).orElseThrow();
    return new Draft(
        view.district(),
        to.phone(),
        new Recipient.OfFamily(view.family(), to.guardian()),
        to.language(),
        view.id(),
        phrase,
        words);
  }

  /** The signed-in person says that they write the family's language fluently. */
  @Transactional
  public void stateFluency(Desk desk) {
    Actor actor = currentActor.get();
    TextContact to = desk.to();
    if (to != null) {
      fluency.state(actor.id(), to.language());
    }
  }
}
