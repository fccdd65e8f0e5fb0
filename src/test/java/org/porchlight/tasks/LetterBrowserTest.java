package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.Cases;
import org.porchlight.cases.StaffRecords;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.UnsaidTexts;
import org.porchlight.messaging.SpokenTexts;
import org.porchlight.roster.GivenPhone;
import org.porchlight.roster.Records;
import org.porchlight.roster.RosterLoader;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The invitation on paper. */
@PorchlightTest
class LetterBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestCases testCases;
  @Autowired private CaseWalk walk;
  @Autowired private Cases cases;
  @Autowired private RosterLoader roster;
  @Autowired private SpokenTexts spoken;
  @Autowired private StaffRecords records;
  @Autowired private UnsaidTexts unsaid;
  @Autowired private Clock clock;

  private TestCases.Opened about;

  @AfterEach
  void leave() {
    walk.leave(about);
  }

  @Test
  void shouldPrintTheInvitationInTheLanguageThatTheFamilyReads() {
    about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(about.coordinator().username(), TestPeople.PASSWORD);
      surfer.open("/families/" + about.family() + "/letter");
      assertThat(surfer.page().locator("main")).containsText("two visitors must have accepted");

      walk.planAndAccept(about, "LETTER");
      long task = walk.awaitTask(about.id(), "userTask_ContactFamily");
      surfer.open("/work/" + task);
      surfer.page().getByText("Letter to print").click();

      Locator letter = surfer.page().locator(".pl-letter");
      assertThat(letter).containsText("Hola de parte de");
      assertThat(letter).containsText("Luz Example");
      assertThat(letter).containsText("Ana (docente)");
      assertThat(letter).hasAttribute("lang", "es");
      surfer.look("letter");

      reads("ar");
      surfer.open("/families/" + about.family() + "/letter");
      assertThat(letter).hasAttribute("dir", "rtl");
      assertThat(letter).containsText("التعرف على عائلتكم");
      surfer.look("letter-arabic");
      assertPdf(surfer, "عائلتكم");
      surfer.open("/families/" + about.family() + "/script");
      assertThat(surfer.page().locator("main")).containsText("get to know your family");
      assertThat(surfer.page().locator("main")).containsText("التعرف على عائلتكم");
      surfer.look("call-script");

      reads("zh-Hant");
      surfer.open("/families/" + about.family() + "/letter");
      assertThat(letter).hasAttribute("lang", "zh-Hant");
      surfer.look("letter-chinese");
      assertPdf(surfer, "Ana");

      reads("so");
      surfer.open("/families/" + about.family() + "/letter");
      assertThat(letter).hasCount(0);
      assertThat(surfer.page().locator("main")).containsText("Call with an interpreter");
    }
  }

  @Test
  void shouldSayOnThePhoneWhatATextWouldHaveSaid() {
    about = testCases.open();
    UUID text = UUID.randomUUID();
    Map<String, Object> whoAndWhen =
        Map.of("when", clock.instant().plus(Duration.ofDays(3)), "name1", "Ana", "name2", "Jo");
    spoken.keep(text, cases.get(about.id()).district(), "visits.otherVisitors", whoAndWhen);
    records.record(
        about.id(),
        StaffRecords.What.NAMES_TO_TELL,
        text,
        about.coordinator().id(),
        clock.instant());
    long task = walk.awaitTask(about.id(), "userTask_CallBack");
    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(about.coordinator().username(), TestPeople.PASSWORD);
      surfer.open("/work/" + task);
      surfer.page().getByText("Call script").click();
      Locator page = surfer.page().locator("main");
      assertThat(page).containsText("a change for your visit on");
      assertThat(page).containsText("Ana and Jo will come");
      assertThat(page.locator("blockquote[lang=es]")).containsText("Ana");
      assertThat(page).not().containsText("get to know your family");
      assertThat(page).containsText("Never say why you call");
      surfer.look("call-script-text");

      surfer.open("/families/" + about.family() + "/script?why=HELP");
      assertThat(page).containsText("did the help we talked about work");
      surfer.look("call-script-help");

      walk.complete(about, "userTask_CallBack", Map.of("outcome", "TALKED"));
      walk.awaitPlace(about.id(), "userTask_PlanFirstContact");
      await().until(() -> unsaid.of(about.id()).isEmpty());
      surfer.open("/families/" + about.family() + "/script");
      assertThat(page).containsText("two visitors must have accepted");
    }
  }

  private static void assertPdf(Surfer surfer, String words) {
    Download file =
        surfer.page().waitForDownload(() -> surfer.page().getByText("Letter as PDF").click());
    try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
      org.assertj.core.api.Assertions.assertThat(new PDFTextStripper().getText(document))
          .contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the letter", e);
    }
  }

  private void reads(String language) {
    roster.load(
        cases.get(about.id()).district(),
        Stream.of(
            new Records.Contact(
                "c",
                "Luz",
                "Example",
                "1 Example Street",
                null,
                language,
                language,
                List.of(GivenPhone.of("+1 860 555 0142", "Mobile", 1, true)))));
  }
}
