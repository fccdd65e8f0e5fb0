package org.porchlight.tasks.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.VisitingPair;
import org.porchlight.cases.VisitingPair.Introduction;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.roster.Family;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.springframework.stereotype.Component;

/**
 * The invitation on paper, and to be read to somebody with an interpreter, for families without
 * texts: same words, same two people.
 */
@Component
public class InvitationLetter {

  private static final String TEMPLATE = "cases.letter";

  private final WrittenWords words;
  private final VisitingPair pairs;
  private final Schools schools;

  InvitationLetter(WrittenWords words, VisitingPair pairs, Schools schools) {
    this.words = words;
    this.pairs = pairs;
    this.schools = schools;
  }

  /** Why there is no letter: message key {@code families.letter.no.<name>}. */
  public enum Hindrance {
    NO_CASE,
    NO_PAIR,
    NO_SCHOOL,
    NO_LANGUAGE,
    NO_TRANSLATION
  }

  /**
   * Either words or a hindrance.
   *
   * @param to who gets it, with the newest known address
   * @param english the same in English, for whoever prints or reads it; also where there is no
   *     translation
   */
  public record Letter(
      @Nullable String to,
      @Nullable String address,
      WrittenWords.@Nullable Words words,
      WrittenWords.@Nullable Words english,
      @Nullable Hindrance hindrance) {

    static Letter none(Hindrance why) {
      return new Letter(null, null, null, null, why);
    }
  }

  /** In the language that the first of those who may be contacted reads. */
  public Letter of(Folder folder) {
    return in(folder, Family.Guardian::writtenLanguage);
  }

  /** In the language that the first of those who may be contacted speaks. */
  public Letter script(Folder folder) {
    return in(folder, Family.Guardian::spokenLanguage);
  }

  private Letter in(Folder folder, Function<Family.Guardian, @Nullable String> language) {
    Optional<CaseView> live = folder.newest().filter(CaseView::live);
    if (live.isEmpty()) {
      return Letter.none(Hindrance.NO_CASE);
    }
    List<Introduction> pair = pairs.of(live.get().id());
    if (pair.size() != 2) {
      return Letter.none(Hindrance.NO_PAIR);
    }
    Optional<String> school =
        Optional.ofNullable(live.get().school()).flatMap(schools::find).map(Schools.School::name);
    if (school.isEmpty()) {
      return Letter.none(Hindrance.NO_SCHOOL);
    }
    return folder.family().guardians().stream()
        .filter(Family.Guardian::mayBeContacted)
        .filter(guardian -> language.apply(guardian) != null)
        .min(Comparator.comparingInt(Family.Guardian::order))
        .map(to -> write(folder, to, String.valueOf(language.apply(to)), pair, school.get()))
        .orElseGet(() -> Letter.none(Hindrance.NO_LANGUAGE));
  }

  private Letter write(
      Folder folder,
      Family.Guardian to,
      String language,
      List<Introduction> pair,
      String schoolName) {
    Map<String, Object> arguments =
        Map.of(
            "schoolName", schoolName,
            "name1", pair.get(0).firstName(),
            "role1", pair.get(0).role(),
            "name2", pair.get(1).firstName(),
            "role2", pair.get(1).role());
    DistrictId district = folder.family().district();
    WrittenWords.Words said = words.of(TEMPLATE, language, arguments, district).orElse(null);
    return new Letter(
        to.firstName() + " " + to.lastName(),
        folder.foundAddress().orElse(to.address()),
        said,
        words.of(TEMPLATE, "en", arguments, district).orElse(null),
        said == null ? Hindrance.NO_TRANSLATION : null);
  }
}
