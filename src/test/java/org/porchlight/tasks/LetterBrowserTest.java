package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.Cases;
import org.porchlight.cases.TestCases;
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

      reads("so");
      surfer.open("/families/" + about.family() + "/letter");
      assertThat(letter).hasCount(0);
      assertThat(surfer.page().locator("main")).containsText("Call with an interpreter");
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
