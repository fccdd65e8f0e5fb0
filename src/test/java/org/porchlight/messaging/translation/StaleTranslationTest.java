package org.porchlight.messaging.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.roster.Districts;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of the English sends people to the phone until the translation has been looked at. */
@PorchlightTest
class StaleTranslationTest {

  private static final String KEY = "cases.invitation";

  @Autowired private TranslationDesk desk;
  @Autowired private ShippedTexts shipped;
  @Autowired private CurrentCatalogue catalogue;
  @Autowired private Messages messages;
  @Autowired private TestCases testCases;
  @Autowired private CaseWalk walk;
  @Autowired private CaseHistory history;
  @Autowired private TestPeople people;
  @Autowired private Districts districts;
  @Autowired private JdbcClient jdbc;

  /** All tests share the catalogue. */
  @AfterEach
  void leaveTheCatalogueAsShipped() {
    jdbc.sql("delete from messaging.text_version where key = ?").param(KEY).update();
    jdbc.sql("update messaging.text_change set number = number + 1").update();
    catalogue.refresh();
  }

  @Test
  void shouldCallWithAnInterpreterUntilTheTranslationIsApprovedAgain() {
    DistrictId district = districts.add("Brookfield", ZoneId.of("America/New_York"), "CT");
    Actor ana = people.districtWide(district, Role.COORDINATOR);
    Actor jo = people.districtWide(district, Role.ADMINISTRATOR);
    String english = shipped.texts("en").get(KEY) + " Thank you.";
    desk.save(ana, "en", KEY, english, 0, english, Source.EDITED);
    assertThat(messages.speaks(KEY, "es")).isFalse();

    TestCases.Opened stale = testCases.open();
    walk.planAndAccept(stale, "TEXT");
    walk.awaitTask(stale.id(), "userTask_ContactFamily");
    assertThat(history.timeline(stale.id()))
        .filteredOn(entry -> entry.kind().equals("cases.textNotPossible"))
        .singleElement()
        .matches(entry -> "NO_TRANSLATION".equals(entry.facts().get("reason")));
    assertThat(invitations(stale.id())).isZero();

    String spanish = shipped.texts("es").get(KEY) + " Gracias.";
    desk.save(ana, "es", KEY, spanish, 0, english, Source.EDITED);
    TextVersion draft = Objects.requireNonNull(desk.entry("es", KEY).orElseThrow().newest());
    desk.review(ana, "es", KEY, draft.id());
    desk.approve(jo, "es", KEY, draft.id());

    TestCases.Opened again = testCases.open();
    walk.planAndAccept(again, "TEXT");
    walk.awaitInvitation(again);
    assertThat(invitations(again.id())).isEqualTo(1);
    walk.leave(stale);
    walk.leave(again);
  }

  private int invitations(CaseId id) {
    return jdbc.sql("select count(*) from messaging.intent where case_id = ? and purpose = ?")
        .params(id.value(), KEY)
        .query(Integer.class)
        .single();
  }
}
