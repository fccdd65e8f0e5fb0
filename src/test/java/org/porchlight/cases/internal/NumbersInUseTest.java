package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseContacts.RepairedPhone;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ContactPhones;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.cases.ContactPhones.Use;
import org.porchlight.cases.TestCases;
import org.porchlight.messaging.OptOuts;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class NumbersInUseTest {

  @Autowired private TestCases cases;
  @Autowired private Cases views;
  @Autowired private Families families;
  @Autowired private ContactRepairs repairs;
  @Autowired private ContactPhones phones;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldShowTheRostersNumberWhereTextsGo() {
    TestCases.Opened opened = cases.open();

    assertThat(phonesOf(opened)).extracting(ContactPhone::use).containsExactly(Use.TEXTS);
  }

  @Test
  void shouldPutTheNumberThatAPersonFoundFirstAndKeepTheOthersMarked() {
    TestCases.Opened opened = cases.open();
    addToRoster(family(opened).contacts().getFirst(), "no number at all");
    PhoneNumber found = new PhoneNumber("+18605550133");
    repairs.add(
        opened.id(),
        UUID.randomUUID(),
        "PHONE",
        new RepairedPhone(null, found, true),
        null,
        clock.instant());
    optOuts.recordSpoken(found, new OptOuts.Told(opened.coordinator().id(), null, null));

    List<ContactPhone> known = phonesOf(opened);

    assertThat(known)
        .extracting(ContactPhone::use)
        .containsExactly(Use.TEXTS, Use.REPLACED, Use.INVALID);
    assertThat(known.getFirst().shown()).isEqualTo("(860) 555-0133");
    assertThat(known.getFirst().found()).isTrue();
    assertThat(known.getFirst().optedOut()).isTrue();
    assertThat(known.getLast().shown()).isEqualTo("no number at all");
  }

  private List<ContactPhone> phonesOf(TestCases.Opened opened) {
    return phones.of(family(opened), views.get(opened.id()));
  }

  private Family family(TestCases.Opened opened) {
    return families.find(opened.family()).orElseThrow();
  }

  private void addToRoster(Family.Guardian guardian, String asGiven) {
    jdbc.sql(
            "insert into roster.phone (contact_id, position, as_given, type, textable)"
                + " values (?, 9, ?, 'Mobile', false)")
        .params(guardian.id().value(), asGiven)
        .update();
  }
}
