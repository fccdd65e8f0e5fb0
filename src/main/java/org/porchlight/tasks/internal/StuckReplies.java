package org.porchlight.tasks.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.StuckTexts;
import org.porchlight.messaging.StuckTexts.Handled;
import org.porchlight.messaging.StuckTexts.Stuck;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts to us that keep failing, for whom they concern: a family's for those who look after its
 * case, a visitor's for the coordinators of the district, of an unknown phone for administrators.
 */
@Component
public class StuckReplies {

  private final CurrentActor currentActor;
  private final Groups groups;
  private final StuckTexts texts;
  private final CaseHistory history;
  private final Families families;
  private final SchoolCalendars calendars;
  private final Users users;
  private final ResourceDirectory directory;

  StuckReplies(
      CurrentActor currentActor,
      Groups groups,
      StuckTexts texts,
      CaseHistory history,
      Families families,
      SchoolCalendars calendars,
      Users users,
      ResourceDirectory directory) {
    this.currentActor = currentActor;
    this.groups = groups;
    this.texts = texts;
    this.history = history;
    this.families = families;
    this.calendars = calendars;
    this.users = users;
    this.directory = directory;
  }

  /**
   * One line of the page.
   *
   * @param family null where it is no family's; else its words are read on its page
   * @param who the family's students, the visitor or the partner; null where nobody can tell
   */
  public record Line(Stuck stuck, @Nullable FamilyId family, @Nullable String who, ZoneId zone) {}

  /** Somebody has handled it. */
  public record Done(Handled handled, @Nullable String who, String by, ZoneId zone) {}

  @Transactional(readOnly = true)
  public List<Line> open() {
    Actor actor = currentActor.get();
    return texts.open().stream()
        .filter(stuck -> concerns(actor, stuck.sender(), stuck.district()))
        .map(
            stuck ->
                new Line(
                    stuck,
                    stuck.sender() instanceof Recipient.OfFamily of ? of.family() : null,
                    who(stuck.sender(), stuck.district()),
                    zone(stuck.district())))
        .toList();
  }

  @Transactional(readOnly = true)
  public List<Done> handled() {
    Actor actor = currentActor.get();
    return texts.handled().stream()
        .filter(done -> concerns(actor, done.sender(), done.district()))
        .map(
            done ->
                new Done(
                    done,
                    who(done.sender(), done.district()),
                    users.find(done.by()).map(Actor::displayName).orElse(""),
                    zone(done.district())))
        .toList();
  }

  /**
   * A family's file is opened by it (scope, audit).
   *
   * @return false where somebody was faster, or it does not concern the signed-in person
   */
  @Transactional
  public boolean handle(UUID text) {
    Actor actor = currentActor.get();
    Optional<Stuck> found =
        texts.find(text).filter(stuck -> concerns(actor, stuck.sender(), stuck.district()));
    if (found.isEmpty()) {
      return false;
    }
    if (found.get().sender() instanceof Recipient.OfFamily of) {
      families.open(of.family(), Channel.PAGE);
    }
    return texts.handled(text, actor.id());
  }

  private boolean concerns(Actor actor, @Nullable Recipient sender, @Nullable DistrictId district) {
    return switch (sender) {
      case null -> actor.has(Role.ADMINISTRATOR);
      case Recipient.OfFamily of -> looksAfter(actor, of.family(), district);
      case Recipient.OfStaff of ->
          coordinates(actor)
              && users
                  .find(of.user())
                  .map(Actor::district)
                  .filter(theirs -> within(actor, theirs))
                  .isPresent();
      case Recipient.OfPartner of ->
          coordinates(actor) && district != null && within(actor, district);
    };
  }

  private boolean looksAfter(Actor actor, FamilyId family, @Nullable DistrictId district) {
    Optional<CaseView> newest = history.ofFamily(family).stream().findFirst();
    if (newest.isEmpty()) {
      return coordinates(actor)
          && district != null
          && within(actor, district)
          && (actor.districtWide() || actor.has(Role.ADMINISTRATOR));
    }
    var own = groups.of(actor);
    return own.contains(newest.get().coordinators().text())
        || own.contains(newest.get().team().text());
  }

  private static boolean coordinates(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
  }

  private static boolean within(Actor actor, DistrictId district) {
    DistrictId own = actor.district();
    return own == null ? actor.has(Role.ADMINISTRATOR) : own.equals(district);
  }

  private @Nullable String who(@Nullable Recipient sender, @Nullable DistrictId district) {
    return switch (sender) {
      case null -> null;
      case Recipient.OfFamily of -> families.find(of.family()).map(Subjects::students).orElse(null);
      case Recipient.OfStaff of -> users.find(of.user()).map(Actor::displayName).orElse(null);
      case Recipient.OfPartner of -> PartnerName.of(directory, of, district).orElse(null);
    };
  }

  private ZoneId zone(@Nullable DistrictId district) {
    DistrictId known = district == null ? currentActor.get().district() : district;
    return known == null ? ZoneOffset.UTC : calendars.zone(known);
  }
}
