package org.porchlight.tasks.web;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.roster.Family;
import org.porchlight.tasks.internal.FamilyFolder.Folder;

/** The guardians as a family's page shows them. */
final class FamilyPeople {

  private FamilyPeople() {}

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
      List<ContactPhone> phones,
      List<ContactPhone> otherPhones) {}

  static List<GuardianLine> lines(Folder folder) {
    return folder.family().contacts().stream().map(guardian -> line(guardian, folder)).toList();
  }

  private static GuardianLine line(Family.Guardian guardian, Folder folder) {
    return new GuardianLine(
        guardian.firstName() + " " + guardian.lastName(),
        guardian.relation(),
        language(guardian.spokenLanguage()),
        language(guardian.writtenLanguage()),
        folder.homeRevealed() ? guardian.address() : null,
        phones(guardian, folder, ContactPhone::inUse),
        phones(guardian, folder, phone -> !phone.inUse()));
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
