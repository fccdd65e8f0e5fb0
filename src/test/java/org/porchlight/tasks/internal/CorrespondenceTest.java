package org.porchlight.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.StaffTexts.Writer;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;

/** Staff answer whoever wrote, and may choose somebody else. */
class CorrespondenceTest {

  private static final GuardianId MOTHER = GuardianId.random();
  private static final GuardianId FATHER = GuardianId.random();
  private static final TextContact HERS = contact(MOTHER, "+18605550101", "ar");
  private static final TextContact HER_OTHER = contact(MOTHER, "+18605550102", "ar");
  private static final TextContact HIS = contact(FATHER, "+18605550103", "en");
  private static final List<TextContact> TEXTABLE = List.of(HERS, HER_OTHER, HIS);

  @Test
  void shouldWriteToWhoIsAskedFirstWhereNobodyWrote() {
    Correspondence with = Correspondence.of(TEXTABLE, List.of());

    assertThat(with.to(null)).contains(HERS);
    assertThat(with.people()).containsExactly(HERS, HIS);
    assertThat(with.last()).isEmpty();
  }

  @Test
  void shouldAnswerWhoWroteLastAtTheNumberTheyWroteFrom() {
    Correspondence with =
        Correspondence.of(TEXTABLE, List.of(writer(HIS), writer(HER_OTHER), writer(HERS)));

    assertThat(with.to(null)).contains(HIS);
    assertThat(with.to(MOTHER)).contains(HER_OTHER);
    assertThat(with.people()).containsExactly(HER_OTHER, HIS);
  }

  @Test
  void shouldNotAnswerANumberThatMayNotBeTexted() {
    Writer unknown = new Writer(FATHER, new PhoneNumber("+18605550199"));

    Correspondence with = Correspondence.of(TEXTABLE, List.of(unknown));

    assertThat(with.to(null)).contains(HERS);
    assertThat(with.last()).isEmpty();
  }

  @Test
  void shouldTellGuardiansApartWhoShareAPhone() {
    TextContact shared = contact(FATHER, "+18605550101", "en");

    Correspondence with =
        Correspondence.of(List.of(HERS, shared), List.of(new Writer(FATHER, shared.phone())));

    assertThat(with.to(null)).contains(shared);
  }

  @Test
  void shouldWriteToWhoeverCanBeTextedWhereTheChosenCannot() {
    assertThat(Correspondence.of(TEXTABLE, List.of()).to(GuardianId.random())).contains(HERS);
    assertThat(Correspondence.NOBODY.to(MOTHER)).isEmpty();
  }

  private static TextContact contact(GuardianId guardian, String phone, String language) {
    return new TextContact(guardian, new PhoneNumber(phone), language);
  }

  private static Writer writer(TextContact contact) {
    return new Writer(contact.guardian(), contact.phone());
  }
}
