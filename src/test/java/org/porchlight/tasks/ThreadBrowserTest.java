package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.tasks.TaskFixture.Opened;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff read what was said and write back; and say whose a text is. */
@PorchlightTest
class ThreadBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Correspondence correspondence;
  @Autowired private TestPhones phones;
  @Autowired private Questions questions;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldReadBothWaysAndWriteBackInTheFamilysLanguage() {
    correspondence.openWindow();
    Opened family = fixture.family(fixture.place(), "Lina", "Haddad", "ar");
    PhoneNumber phone = ownPhone(family);
    ask(family, phone);
    phones.write(phone, "هل يمكن أن تأتوا يوم السبت؟");
    await().until(() -> understood(phone) == 1);
    Actor coordinator =
        people.atSchool(family.place().district(), family.place().school(), Role.COORDINATOR);
    Actor visitor =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);

    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/families/" + family.family() + "/thread")).isEqualTo(403);
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/families/" + family.family());
      page.getByText("Write to the family, and read").click();
      assertThat(page.locator(".pl-inbound")).containsText("يوم السبت");
      assertThat(page.locator(".pl-inbound")).containsText("Not understood by a rule");
      surfer.look("thread-arabic");
      page.locator("label[for=phrase-1]").click();
      page.getByText("Send this phrase").click();
      assertThat(page.locator("main")).containsText("It is on its way");
      await().until(() -> phones.texts(phone).size() == 1);
      surfer.open("/families/" + family.family() + "/thread");
      assertThat(page.locator(".pl-thread")).containsText("when would be a good time to call you?");
      assertThat(page.locator(".pl-thread")).containsText("written by Alex Example");

      // words of one's own, once the writer has said that they write the language
      assertThat(page.locator("#words")).hasCount(0);
      page.getByText("I write Arabic fluently").click();
      page.locator("#words").fill("نراكم يوم السبت بعد غياب طويل court");
      page.getByText("See how it reads").click();
      assertThat(page.locator(".usa-alert--warning")).containsText("court");
      surfer.look("thread-warning");
      page.getByText("Do not send").click();
      page.locator("#words").fill("نراكم يوم السبت");
      page.getByText("See how it reads").click();
      surfer.look("thread-preview");
      page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Send")).click();
      assertThat(page.locator("main")).containsText("It is on its way");
      await().until(() -> phones.texts(phone).size() == 2);
      assertThat(phones.texts(phone).getLast()).contains("نراكم يوم السبت");

      optOuts.recordSpoken(phone, new OptOuts.Told(coordinator.id(), null, null));
      surfer.open("/families/" + family.family() + "/thread");
      assertThat(page.locator("main")).containsText("gets no texts, because its owner said so");
      assertThat(page.getByText("Send this phrase")).hasCount(0);
    }
  }

  @Test
  void shouldAnswerTheGuardianWhoWroteLastAndLetStaffChooseAnother() {
    correspondence.openWindow();
    Opened family = fixture.family(fixture.place(), "Lina", "Haddad", "ar");
    PhoneNumber hers = ownPhone(family);
    PhoneNumber his = phones.number();
    GuardianId father = fixture.guardian(family, "Omar", "Father", his, "en");
    ask(family, his, father, "en");
    phones.write(his, "Can you come on Saturday?");
    await().until(() -> understood(his) == 1);
    Actor coordinator =
        people.atSchool(family.place().district(), family.place().school(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/families/" + family.family() + "/thread");
      assertThat(page.locator(".pl-reader")).containsText("In English, to Omar Haddad, Father");
      assertThat(page.locator(".pl-reader")).containsText("who wrote last");
      surfer.look("thread-two-guardians");
      page.locator("label[for=phrase-1]").click();
      page.getByText("Send this phrase").click();
      assertThat(page.locator("main")).containsText("It is on its way");
      await().until(() -> phones.texts(his).size() == 1);

      page.getByText("Write instead to").click();
      assertThat(page.locator(".pl-reader")).containsText("In Arabic, to Samira Haddad, Mother");
      page.locator("label[for=phrase-1]").click();
      page.getByText("Send this phrase").click();
      await().until(() -> phones.texts(hers).size() == 1);
      assertThat(phones.texts(his)).hasSize(1);

      // what he asks for while the page is open counts
      page.getByText("Write instead to").click();
      jdbc.sql("update roster.phone set textable = false where e164 = ?")
          .param(his.e164())
          .update();
      page.locator("label[for=phrase-1]").click();
      page.getByText("Send this phrase").click();
      assertThat(page.locator("main")).containsText("Nothing was sent. Whom you were writing to");
      assertThat(page.locator(".pl-reader")).containsText("Samira Haddad");
    }
  }

  @Test
  void shouldLetAPersonSayWhoseATextIs() {
    TaskFixture.Place place = fixture.place();
    Opened one = fixture.family(place, "Lina", "Haddad", "ar");
    Opened other = fixture.family(place, "Omar", "Nasser", "ar");
    PhoneNumber phone = ownPhone(one);
    ask(one, phone);
    ask(other, phone);
    phones.write(phone, "لا أعرف");
    await().until(() -> understood(phone) == 1);
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    Actor elsewhere = people.districtWide(fixture.place().district(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(elsewhere.username(), TestPeople.PASSWORD)) {
      surfer.open("/work/texts/unmatched");
      assertThat(surfer.page().locator("main")).not().containsText("لا أعرف");
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      page.getByText("Of one text nobody knows").click();
      page.getByLabel("Name of a student").fill("Nasser");
      page.locator("main button", new Page.LocatorOptions().setHasText("Find")).click();
      assertThat(page.locator("main")).containsText("One family found");
      surfer.look("unmatched");
      page.getByText("It is from: Omar Nasser").first().click();
      assertThat(page.locator("main")).containsText("Settled");
      page.getByText("does it tell of something that makes school hard?").click();
      page.getByText("This tells of something that makes school hard").click();
      assertThat(page.locator("blockquote")).containsText("لا أعرف");
      page.getByLabel("What is it?").selectOption("B_TRANSPORT");
      surfer.look("barrier-of-text");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("#barriers")).containsText("Getting to school");
      surfer.open("/families/" + other.family());
      assertThat(page.locator(".pl-thread")).containsText("لا أعرف");
    }
  }

  private void ask(Opened family, PhoneNumber phone) {
    UUID contact =
        jdbc.sql(
                "select l.contact_id from roster.contact_link l join roster.family_student f"
                    + " on f.student_id = l.student_id where f.family_id = ?")
            .param(family.family().value())
            .query(UUID.class)
            .single();
    ask(family, phone, new GuardianId(contact), "ar");
  }

  private void ask(Opened family, PhoneNumber phone, GuardianId guardian, String language) {
    questions.ask(
        new Question(
            UUID.randomUUID(),
            Question.Kind.TIME_OFFER,
            phone,
            new Recipient.OfFamily(family.family(), guardian),
            family.caseId(),
            language,
            clock.instant().plusSeconds(86_400),
            "Ana, Jo"));
  }

  private PhoneNumber ownPhone(Opened family) {
    PhoneNumber phone = phones.number();
    jdbc.sql(
            "update roster.phone set e164 = ?, as_given = ? where contact_id ="
                + " (select contact_id from roster.contact_link l join roster.family_student f"
                + " on f.student_id = l.student_id where f.family_id = ?)")
        .params(phone.e164(), phone.e164(), family.family().value())
        .update();
    return phone;
  }

  private int understood(PhoneNumber phone) {
    return jdbc.sql(
            "select count(*) from messaging.inbound where phone = ? and understood_at is not null"
                + " and understood_at <= ?")
        .params(phone.e164(), Timestamp.from(clock.instant().plusSeconds(60)))
        .query(Integer.class)
        .single();
  }
}
