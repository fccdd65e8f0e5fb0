package org.porchlight.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.RepairedPhone;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a person found out about reaching a family. */
@Component
public class RepairContact {

  private final CaseStore cases;
  private final ContactRepairs repairs;
  private final WrongNumbers wrongNumbers;
  private final Submissions submissions;

  RepairContact(
      CaseStore cases, ContactRepairs repairs, WrongNumbers wrongNumbers, Submissions submissions) {
    this.cases = cases;
    this.wrongNumbers = wrongNumbers;
    this.repairs = repairs;
    this.submissions = submissions;
  }

  @Transactional
  public void apply(CaseId id, UUID submissionId) {
    Submission said = submissions.get(submissionId);
    FormData data = new FormData(said.data());
    String result = data.code("result");
    String address = result.equals("ADDRESS") ? data.text("address") : null;
    RepairedPhone found = phone(result, data);
    if (found != null) {
      wrongNumbers.correct(found.phone(), cases.read(id).view().family());
    }
    repairs.add(id, said.id(), result, found, address, said.at());
  }

  private static @Nullable RepairedPhone phone(String result, FormData data) {
    String given = data.text("phone");
    if (!result.equals("PHONE") || given == null) {
      return null;
    }
    PhoneNumber number = DialledPhone.parse(given).orElseThrow();
    String guardian = data.text("guardian");
    return new RepairedPhone(
        guardian == null ? null : GuardianId.of(guardian), number, data.ticked("textable"));
  }
}
