package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.messaging.LineTypes.Correction;
import org.porchlight.roster.Family;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.springframework.stereotype.Component;

/** The guardians as a family's page shows them. */
@Component
class FamilyPeople {

  private final Users users;

  FamilyPeople(Users users) {
    this.users = users;
  }

  /**
   * @param phones in use; none of these where the home is not revealed
   * @param otherPhones on record, but nobody is called or texted there
   */
  public record GuardianLine(
      String name,
      @Nullable String relation,
      @Nullable String spoken,
      @Nullable String written,
      @Nullable String address,
      List<PhoneLine> phones,
      List<ContactPhone> otherPhones) {}

  /**
   * @param corrected who found out that it takes texts, and when; null where nobody had to
   */
  public record PhoneLine(ContactPhone phone, @Nullable Corrected corrected) {}

  public record Corrected(String by, String at) {}

  List<GuardianLine> lines(Folder folder, ZoneId zone) {
    return folder.family().contacts().stream()
        .map(guardian -> line(guardian, folder, zone))
        .toList();
  }

  private GuardianLine line(Family.Guardian guardian, Folder folder, ZoneId zone) {
    return new GuardianLine(
        guardian.firstName() + " " + guardian.lastName(),
        guardian.relation(),
        language(guardian.spokenLanguage()),
        language(guardian.writtenLanguage()),
        folder.homeRevealed() ? guardian.address() : null,
        phones(guardian, folder, ContactPhone::inUse).stream()
            .map(phone -> new PhoneLine(phone, corrected(phone.corrected(), zone)))
            .toList(),
        phones(guardian, folder, phone -> !phone.inUse()));
  }

  private @Nullable Corrected corrected(@Nullable Correction correction, ZoneId zone) {
    return correction == null
        ? null
        : new Corrected(
            users.find(correction.by()).map(Actor::displayName).orElse("?"),
            Objects.requireNonNull(Times.moment(correction.at(), zone)));
  }

  private static List<ContactPhone> phones(
      Family.Guardian guardian, Folder folder, Predicate<ContactPhone> which) {
    return folder.phones().stream()
        .filter(phone -> phone.guardian().equals(guardian.id()))
        .filter(which)
        .toList();
  }

  private static @Nullable String language(@Nullable String code) {
    return code == null ? null : FamilyHeader.language(code);
  }
}
