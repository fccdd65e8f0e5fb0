package org.porchlight.referrals.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Disclosures;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ReadableWords;
import org.porchlight.referrals.FamilyReferrals;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.record.Consents;
import org.porchlight.referrals.record.News;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ShownReferrals implements FamilyReferrals {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private final Referrals referrals;
  private final Consents consents;
  private final ResourceDirectory directory;
  private final Disclosures disclosures;
  private final CaseHistory cases;
  private final ReadableWords words;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Users users;

  ShownReferrals(
      Referrals referrals,
      Consents consents,
      ResourceDirectory directory,
      Disclosures disclosures,
      CaseHistory cases,
      ReadableWords words,
      SchoolCalendars calendars,
      CurrentActor current,
      Users users) {
    this.referrals = referrals;
    this.consents = consents;
    this.directory = directory;
    this.disclosures = disclosures;
    this.cases = cases;
    this.words = words;
    this.calendars = calendars;
    this.current = current;
    this.users = users;
  }

  /** Visitors hear of help from the coordinators: what was shared is for staff. */
  static boolean may(Actor reader) {
    return reader.has(Role.COORDINATOR) || reader.has(Role.TEAM) || reader.has(Role.ADMINISTRATOR);
  }

  @Override
  @Transactional(readOnly = true)
  public Shown of(Family family) {
    Actor reader = current.get();
    if (!may(reader)) {
      return new Shown(family.id().value(), false, false, List.of(), List.of());
    }
    ZoneId zone = calendars.zone(family.district());
    List<Line> lines = new ArrayList<>();
    for (CaseView view : cases.ofFamily(family.id())) {
      Instant from = words.from(view, reader);
      referrals.of(view.id()).stream()
          .sorted(Comparator.comparing(Referral::draftedAt).reversed())
          .map(each -> line(each, from, zone))
          .forEach(lines::add);
    }
    return new Shown(
        family.id().value(),
        true,
        cases.ofFamily(family.id()).stream().anyMatch(CaseView::live),
        lines,
        disclosures.of(family.id()).stream().map(each -> disclosed(each, family, zone)).toList());
  }

  private Line line(Referral referral, Instant from, ZoneId zone) {
    Optional<Resource> resource = directory.find(referral.district(), referral.resource());
    Optional<Consents.Given> given = consents.of(referral.id());
    return new Line(
        referral.id(),
        referral.resource(),
        resource.map(Resource::name).orElse(""),
        resource.map(Resource::organization).orElse(null),
        referral.way().name(),
        referral.status().name(),
        MOMENT.format(referral.statusAt().atZone(zone)),
        name(referral.cancelReason()),
        name(referral.outcome()),
        referrals.undelivered(referral.id()),
        given.filter(each -> each.withdrawnAt() == null).isPresent(),
        referral.status() == ReferralStatus.CONSENT_PENDING,
        given.map(each -> agreed(each, zone)).orElse(null),
        referrals.said(referral.id()).stream().map(each -> said(each, from, zone)).toList());
  }

  private Agreed agreed(Consents.Given given, ZoneId zone) {
    Map<String, String> facts = new LinkedHashMap<>();
    given.facts().forEach((fact, value) -> facts.put(fact.name(), value));
    Instant withdrawn = given.withdrawnAt();
    return new Agreed(
        given.signer(),
        given.how().name(),
        DAY.format(given.signedOn()),
        given.witness() == null ? null : person(given.witness()),
        person(given.recordedBy()),
        facts,
        withdrawn == null ? null : MOMENT.format(withdrawn.atZone(zone)));
  }

  private static Said said(News news, Instant from, ZoneId zone) {
    return new Said(
        MOMENT.format(news.at().atZone(zone)),
        news.answer().name(),
        name(news.reason()),
        news.at().isBefore(from) ? null : news.words());
  }

  private static Disclosed disclosed(Disclosures.Disclosure made, Family family, ZoneId zone) {
    return new Disclosed(
        MOMENT.format(made.at().atZone(zone)),
        made.kind().name(),
        made.party(),
        made.what(),
        family.students().stream()
            .filter(student -> made.students().contains(student.id()))
            .map(Family.Student::firstName)
            .collect(Collectors.joining(", ")));
  }

  private String person(UserId user) {
    return users.find(user).map(Actor::displayName).orElse("");
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
