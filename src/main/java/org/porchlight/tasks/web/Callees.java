package org.porchlight.tasks.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ContactPhones;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.springframework.stereotype.Component;

/** Whom one can call in tasks that are calls: on a phone, one touch away. */
@Component
class Callees {

  private static final Set<String> CALLS =
      Set.of(
          "userTask_ContactFamily",
          "userTask_FollowUpCall",
          "userTask_CallBack",
          "userTask_AskByPhone");

  private final ContactPhones phones;

  Callees(ContactPhones phones) {
    this.phones = phones;
  }

  /** None before the family's yes, for visitors; the caller has opened the file. */
  List<Callee> of(String elementId, CaseView view, Families.OpenedFamily opened) {
    if (!CALLS.contains(elementId) || !opened.opened().homeRevealed()) {
      return List.of();
    }
    List<ContactPhone> all = phones.of(opened.family(), view);
    return opened.family().contacts().stream().flatMap(guardian -> callees(guardian, all)).toList();
  }

  private static Stream<Callee> callees(Family.Guardian guardian, List<ContactPhone> all) {
    return all.stream()
        .filter(phone -> phone.inUse() && phone.guardian().equals(guardian.id()))
        .map(
            phone ->
                new Callee(
                    guardian.firstName() + " " + guardian.lastName(), guardian.relation(), phone));
  }

  public record Callee(String name, @Nullable String relation, ContactPhone phone) {}
}
