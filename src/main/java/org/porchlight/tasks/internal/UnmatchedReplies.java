package org.porchlight.tasks.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.UnmatchedTexts;
import org.porchlight.messaging.UnmatchedTexts.Possible;
import org.porchlight.messaging.UnmatchedTexts.Unmatched;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Families;
import org.porchlight.roster.FamilySearch;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts whose family a person has to name: for those who look after one of the families that it may
 * be; of a number that nobody knows, for administrators and, where there is one district only, for
 * its coordinators of all schools.
 */
@Component
public class UnmatchedReplies {

  private static final int MOST = 20;

  private final CurrentActor currentActor;
  private final Groups groups;
  private final UnmatchedTexts texts;
  private final CaseHistory history;
  private final Families families;
  private final FamilySearch search;
  private final Districts districts;
  private final SchoolCalendars calendars;
  private final Users users;
  private final ResourceDirectory directory;

  UnmatchedReplies(
      CurrentActor currentActor,
      Groups groups,
      UnmatchedTexts texts,
      CaseHistory history,
      Families families,
      FamilySearch search,
      Districts districts,
      SchoolCalendars calendars,
      Users users,
      ResourceDirectory directory) {
    this.currentActor = currentActor;
    this.groups = groups;
    this.texts = texts;
    this.history = history;
    this.families = families;
    this.search = search;
    this.districts = districts;
    this.calendars = calendars;
    this.users = users;
    this.directory = directory;
  }

  /**
   * @param families that it may be, within the reader's scope
   * @param visitors that it may be, by name
   * @param partners of the directory that it may be, by name
   * @param others whether it may also be a family beyond the reader's scope
   */
  public record Line(
      Unmatched text,
      List<Choice> families,
      List<String> visitors,
      List<String> partners,
      boolean others,
      ZoneId zone) {}

  /** A family to choose: its students. */
  public record Choice(FamilyId family, String students) {}

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Line> open() {
    Actor actor = currentActor.get();
    return texts.open().stream()
        .filter(text -> concerns(actor, text))
        .map(text -> line(actor, text))
        .toList();
  }

  private Line line(Actor actor, Unmatched text) {
    List<Choice> mine = new ArrayList<>();
    List<String> visitors = new ArrayList<>();
    List<String> partners = new ArrayList<>();
    boolean others = false;
    for (Possible each : text.possible()) {
      switch (each.recipient()) {
        case Recipient.OfFamily of when looksAfter(actor, of.family()) ->
            families
                .find(of.family())
                .map(family -> new Choice(of.family(), Subjects.students(family)))
                .ifPresent(mine::add);
        case Recipient.OfFamily beyond -> others = true;
        case Recipient.OfStaff of ->
            users.find(of.user()).map(Actor::displayName).ifPresent(visitors::add);
        case Recipient.OfPartner of ->
            PartnerName.of(directory, of, each.district()).ifPresent(partners::add);
      }
    }
    DistrictId own = actor.district();
    return new Line(
        text, mine, visitors, partners, others, own == null ? ZoneOffset.UTC : calendars.zone(own));
  }

  /** Families by name within the reader's scope, for a text that may be of another family. */
  @Transactional(readOnly = true)
  public List<Choice> find(String name) {
    Actor actor = currentActor.get();
    DistrictId own = actor.district();
    if (!staff(actor) || own == null || name.isBlank()) {
      return List.of();
    }
    boolean wide = actor.districtWide() || actor.has(Role.ADMINISTRATOR);
    return search.find(own, wide, wide ? Set.of() : actor.schools(), name.strip(), MOST).stream()
        .map(hit -> new Choice(hit.family(), hit.line()))
        .toList();
  }

  /**
   * Opens the family's file (scope, audit) and makes the text its own.
   *
   * @return false where somebody was faster, or it does not concern the signed-in person
   */
  @Transactional
  public boolean belongsTo(UUID text, FamilyId family) {
    Actor actor = currentActor.get();
    if (mine(actor, text).isEmpty()) {
      return false;
    }
    families.open(family, Channel.PAGE);
    return texts.belongsTo(text, family, actor.id());
  }

  /**
   * No family's of the program: it was read.
   *
   * @return as {@link #belongsTo}
   */
  @Transactional
  public boolean handled(UUID text) {
    Actor actor = currentActor.get();
    return mine(actor, text).isPresent() && texts.handled(text, actor.id());
  }

  private Optional<Unmatched> mine(Actor actor, UUID text) {
    return texts.find(text).filter(found -> concerns(actor, found));
  }

  private boolean concerns(Actor actor, Unmatched text) {
    if (!staff(actor)) {
      return false;
    }
    if (text.possible().isEmpty()) {
      return actor.has(Role.ADMINISTRATOR)
          || actor.has(Role.COORDINATOR) && actor.districtWide() && districts.all().size() == 1;
    }
    return text.possible().stream()
        .anyMatch(
            each ->
                switch (each.recipient()) {
                  case Recipient.OfFamily of -> looksAfter(actor, of.family());
                  case Recipient.OfStaff of ->
                      coordinates(actor)
                          && users
                              .find(of.user())
                              .map(Actor::district)
                              .filter(theirs -> theirs.equals(actor.district()))
                              .isPresent();
                  case Recipient.OfPartner of ->
                      coordinates(actor)
                          && each.district() != null
                          && each.district().equals(actor.district());
                });
  }

  private boolean looksAfter(Actor actor, FamilyId family) {
    Optional<CaseView> newest = history.ofFamily(family).stream().findFirst();
    if (newest.isPresent()) {
      Set<String> own = groups.of(actor);
      return own.contains(newest.get().coordinators().text())
          || own.contains(newest.get().team().text());
    }
    return coordinates(actor)
        && (actor.districtWide() || actor.has(Role.ADMINISTRATOR))
        && families
            .find(family)
            .filter(found -> found.district().equals(actor.district()))
            .isPresent();
  }

  private static boolean coordinates(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
  }

  private static boolean staff(Actor actor) {
    return coordinates(actor) || actor.has(Role.TEAM);
  }
}
