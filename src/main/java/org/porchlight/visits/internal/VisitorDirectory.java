package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.roster.Districts;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visitors of a district, for coordinators and administrators: looked at, added, changed. */
@Service
@Transactional
public class VisitorDirectory {

  private final VisitorStore store;
  private final Visitors visitors;
  private final Users users;
  private final Districts districts;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Clock clock;

  VisitorDirectory(
      VisitorStore store,
      Visitors visitors,
      Users users,
      Districts districts,
      SchoolCalendars calendars,
      CurrentActor current,
      Clock clock) {
    this.store = store;
    this.visitors = visitors;
    this.users = users;
    this.districts = districts;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
  }

  /**
   * One visitor as the pages show them.
   *
   * @param trainedOn null: not trained, so nobody may plan with them
   * @param families that they visit or are asked to visit now
   * @param phone masked; null where they are asked on the page only
   */
  public record Entry(
      UserId user,
      String account,
      String firstName,
      VisitorRole role,
      VisitorKind kind,
      Map<String, LanguageLevel> languages,
      @Nullable LocalDate trainedOn,
      int families,
      int limit,
      @Nullable String phone,
      String textLanguage,
      boolean active) {}

  /** Those who are asked first, by name. */
  @Transactional(readOnly = true)
  public List<Entry> all() {
    return scope()
        .flatMap(district -> store.everOfDistrict(district).stream())
        .map(this::entry)
        .toList();
  }

  /** Accounts that could become visitors. */
  @Transactional(readOnly = true)
  public List<Actor> others() {
    return scope()
        .flatMap(district -> users.ofDistrict(district).stream())
        .filter(account -> store.find(account.id()).isEmpty())
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<Entry> find(UserId user) {
    account(user);
    return store.find(user).map(this::entry);
  }

  /** Of a visitor who is changed: the page does not show it whole. */
  @Transactional(readOnly = true)
  public @Nullable PhoneNumber phone(UserId user) {
    account(user);
    return store.find(user).map(Visitor::phone).orElse(null);
  }

  /**
   * The account that is or becomes a visitor.
   *
   * @throws IllegalArgumentException where there is none in the scope of the signed-in person
   * @throws AccessDeniedException for anybody but coordinators and administrators
   */
  @Transactional(readOnly = true)
  public Actor account(UserId user) {
    List<DistrictId> within = scope().toList();
    return users
        .find(user)
        .filter(account -> account.district() != null && within.contains(account.district()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no account of this id in your district: add it first"));
  }

  /**
   * Adds a visitor, or changes everything that is known about one.
   *
   * @param trainedOn day of LEAP 101; null: not trained
   * @throws IllegalArgumentException with what to change; nothing is changed
   */
  public void save(NewVisitor visitor, @Nullable LocalDate trainedOn, boolean active) {
    Actor account = account(visitor.user());
    DistrictId district = account.district();
    if (district != null && trainedOn != null && trainedOn.isAfter(today(district))) {
      throw new IllegalArgumentException("The day of the training is still to come");
    }
    visitors.register(visitor);
    users.makeVisitor(visitor.user());
    visitors.correctTraining(visitor.user(), Visitors.LEAP_101, trainedOn);
    if (!active) {
      visitors.deactivate(visitor.user());
    }
  }

  private LocalDate today(DistrictId district) {
    return clock.instant().atZone(calendars.zone(district)).toLocalDate();
  }

  private Stream<DistrictId> scope() {
    Actor by = current.get();
    if (!by.has(Role.COORDINATOR) && !by.has(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("Coordinators and administrators look after visitors");
    }
    DistrictId own = by.district();
    return own != null ? Stream.of(own) : districts.all().stream().map(Districts.District::id);
  }

  private Entry entry(Visitor visitor) {
    PhoneNumber phone = visitor.phone();
    return new Entry(
        visitor.user(),
        users.find(visitor.user()).map(Actor::displayName).orElse(""),
        visitor.firstName(),
        visitor.role(),
        visitor.kind(),
        new TreeMap<>(visitor.languages()),
        visitor.trainings().get(Visitors.LEAP_101),
        store.caseload(visitor.user()),
        visitor.caseloadLimit(),
        phone == null ? null : phone.toString(),
        visitor.textLanguage(),
        visitor.active());
  }
}
