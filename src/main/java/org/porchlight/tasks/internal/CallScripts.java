package org.porchlight.tasks.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.UnsaidTexts;
import org.porchlight.messaging.SpokenTexts;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.messaging.WrittenWords.Words;
import org.porchlight.referrals.ReferralTexts;
import org.porchlight.roster.Family;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.InvitationLetter.Hindrance;
import org.porchlight.tasks.internal.InvitationLetter.Letter;
import org.springframework.stereotype.Component;

/**
 * What to say on the phone, English and the language that the family speaks side by side: each text
 * that could not leave in its own words, else the invitation.
 */
@Component
public class CallScripts {

  private static final String ENGLISH = "en";

  private final InvitationLetter invitation;
  private final UnsaidTexts unsaid;
  private final SpokenTexts spoken;
  private final WrittenWords written;

  CallScripts(
      InvitationLetter invitation, UnsaidTexts unsaid, SpokenTexts spoken, WrittenWords written) {
    this.invitation = invitation;
    this.unsaid = unsaid;
    this.spoken = spoken;
    this.written = written;
  }

  /** Why somebody calls; message keys {@code families.script.*.<name>}. */
  public enum Why {
    INVITATION,
    /** Texts that could not leave. */
    TEXTS,
    /** To ask whether help has helped. */
    HELP
  }

  /**
   * @param to whom to ask for; null where nobody may be contacted
   * @param hindrance why there is nothing to say, or only in English; null where nothing is amiss
   */
  public record Call(
      Why why, @Nullable String to, List<Script> scripts, @Nullable Hindrance hindrance) {}

  /**
   * @param said null where we do not write the language: the interpreter translates the English
   */
  public record Script(Words english, @Nullable Words said) {}

  /**
   * @param why null: texts that could not leave, where there are such, else the invitation
   */
  public Call of(Folder folder, @Nullable Why why) {
    if (why == Why.HELP) {
      return call(
          folder,
          why,
          List.of(
              language ->
                  written.of(
                      ReferralTexts.DID_IT_HELP, language, Map.of(), folder.family().district())));
    }
    Call texts = why == Why.INVITATION ? null : texts(folder);
    return texts == null || texts.scripts().isEmpty() ? invitation(folder) : texts;
  }

  private Call texts(Folder folder) {
    return call(
        folder,
        Why.TEXTS,
        folder.newest().filter(CaseView::live).map(view -> unsaid.of(view.id())).stream()
            .flatMap(List::stream)
            .<Function<String, Optional<Words>>>map(id -> language -> spoken.in(id, language))
            .toList());
  }

  private Call invitation(Folder folder) {
    Letter letter = invitation.script(folder);
    return new Call(
        Why.INVITATION,
        letter.to(),
        Optional.ofNullable(letter.english())
            .map(english -> new Script(english, letter.words()))
            .stream()
            .toList(),
        letter.english() == null ? letter.hindrance() : null);
  }

  private static Call call(Folder folder, Why why, List<Function<String, Optional<Words>>> texts) {
    List<Family.Guardian> contacts = folder.family().contacts();
    Optional<Family.Guardian> to =
        contacts.stream()
            .filter(one -> one.spokenLanguage() != null)
            .findFirst()
            .or(() -> contacts.stream().findFirst());
    String language = to.map(Family.Guardian::spokenLanguage).orElse(null);
    List<Script> scripts =
        texts.stream()
            .flatMap(
                text ->
                    text.apply(ENGLISH).stream()
                        .map(english -> new Script(english, said(text, language))))
            .toList();
    return new Call(
        why,
        to.map(one -> one.firstName() + " " + one.lastName()).orElse(null),
        scripts,
        language == null ? Hindrance.NO_LANGUAGE : null);
  }

  private static @Nullable Words said(
      Function<String, Optional<Words>> text, @Nullable String language) {
    return language == null ? null : text.apply(language).orElse(null);
  }
}
