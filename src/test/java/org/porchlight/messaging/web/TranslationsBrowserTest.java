package org.porchlight.messaging.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbench of translations. */
@PorchlightTest
class TranslationsBrowserTest {

  private static final String KEY = "visits.checkOut";

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private Districts districts;
  @Autowired private JdbcClient jdbc;

  private Actor ana;
  private Actor jo;
  private Actor visitor;

  @BeforeEach
  void employ() {
    DistrictId district = districts.add("Brookfield", ZoneId.of("America/New_York"), "CT");
    ana = people.districtWide(district, Role.COORDINATOR);
    jo = people.districtWide(district, Role.COORDINATOR);
    visitor = people.districtWide(district, Role.VISITOR);
  }

  /** All tests share the catalogue. */
  @AfterEach
  void leaveTheCatalogueAsShipped() {
    jdbc.sql("delete from messaging.text_version where key = ?").param(KEY).update();
    jdbc.sql("update messaging.text_change set number = number + 1").update();
  }

  @Test
  void shouldTakeATextFromDraftToApprovedByTwoPeople() {
    try (Surfer surfer = new Surfer(port).signIn(ana.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      Locator main = page.locator("main");
      page.locator(".pl-more summary").click();
      page.getByRole(com.microsoft.playwright.options.AriaRole.NAVIGATION)
          .getByText("Translations")
          .first()
          .click();
      assertThat(main).containsText("This is a demonstration");
      surfer.look("translations");
      page.getByText("Arabic").click();
      assertThat(main).containsText("سجلنا وصولكم");
      surfer.look("translations-language");

      surfer.open("/texts/translations/ar/" + KEY);
      Locator words = page.locator("#text");
      assertThat(words).hasAttribute("dir", "rtl");
      assertThat(page.locator("#checks")).containsText("UCS-2");
      surfer.look("translation");

      words.fill("{program}: مرحبا {nam");
      assertThat(page.locator("#checks")).containsText("The braces do not match");
      page.getByText("Save as a draft").click();
      assertThat(main).containsText("Nothing was saved. Mend");
      assertThat(words).hasValue("{program}: مرحبا {nam");
      surfer.look("translation-refused");

      words.fill("{program}: سجلنا وصولكم. عندما تغادرون اكتبوا خرجنا. الزيارة: {link}");
      page.getByText("Save as a draft").click();
      assertThat(main).containsText("Saved as a draft.");
      page.getByText("Mark as reviewed").click();
      assertThat(main).containsText("another coordinator or administrator must approve");
    }
    try (Surfer surfer = new Surfer(port).signIn(jo.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/texts/translations/ar?only=REVIEWED");
      page.getByText(KEY).first().click();
      page.getByText("Approve the chosen").click();
      assertThat(page.locator("main")).containsText("One text was changed.");
      surfer.open("/texts/translations/ar/" + KEY);
      assertThat(page.locator("main")).containsText("Alex Example approved it on");
      surfer.look("translation-approved");

      surfer.open("/texts/translations/en/" + KEY);
      page.locator("#text")
          .fill("{program}: noted. When you have left, reply OUT or 1. The visit: {link}");
      page.getByText("Save as a draft").click();
      assertThat(page.locator("#checks")).containsText("Reading grade");
      surfer.open("/texts/translations/ar/" + KEY);
      assertThat(page.locator("main"))
          .containsText("The English has changed since this was written");
      surfer.look("translation-stale");
      page.getByText("Save as a draft").click();
      assertThat(page.locator("main")).containsText("Saved as a draft.");
    }
    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/texts/translations")).isEqualTo(403);
      assertThat(surfer.open("/texts/translations/ar/" + KEY)).isEqualTo(403);
    }
  }

  @Test
  void shouldTakeATranslatorsFileOnlyAfterSomebodyHasLookedAtIt() throws IOException {
    try (Surfer surfer = new Surfer(port).signIn(ana.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      Locator main = page.locator("main");
      surfer.open("/texts/translations/ar");
      Download export = page.waitForDownload(() -> page.getByText("Export all texts").click());
      String file = Files.readString(export.path());
      int unit = file.indexOf("unit id=\"" + KEY + "\"");
      int target = file.indexOf("</target>", unit);

      upload(page, file.substring(0, target) + " شكرا." + file.substring(target));

      assertThat(main).containsText("One text becomes a draft of yours.");
      surfer.look("translators-file");
      page.getByText("Keep them as drafts").click();
      assertThat(main).containsText("One text is a draft now.");

      surfer.open("/texts/translations/pt");
      upload(page, file);
      assertThat(main).containsText("Upload it on the page of its language.");
      surfer.look("translators-file-refused");
    }
  }

  private static void upload(Page page, String file) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "texts.xlf", "application/xliff+xml", file.getBytes(StandardCharsets.UTF_8)));
    page.getByText("Look at the file").click();
  }
}
