package org.porchlight.referrals.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.record.Match;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever chooses a resource reads words, not codes. */
@PorchlightTest
class HelpWordsTest {

  @Autowired HelpWords words;

  @ParameterizedTest
  @EnumSource
  void shouldHaveWordsForEveryReason(Match.Why why) {
    boolean ofNeed = why == Match.Why.NEED || why == Match.Why.NEED_GUESSED;
    assertThat(reason(why, ofNeed ? "FOOD" : "Elmbrook", "5"))
        .isNotBlank()
        .doesNotContain(why.name(), "{", "FOOD");
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveWordsForEveryNeed(Need need) {
    assertThat(reason(Match.Why.NEED, need.name())).startsWith("for: ").doesNotContain(need.name());
  }

  private String reason(Match.Why why, String... values) {
    return words.reason(new Match.Reason(why, List.of(values), true));
  }
}
