package org.porchlight.referrals.web;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.ResourceDirectory.Search;
import org.springframework.format.annotation.DateTimeFormat;

/** What was typed into the search; everything may be empty. */
public record SearchForm(
    @Nullable String words,
    @Nullable Need need,
    @Nullable String place,
    @Nullable String language,
    @Nullable Integer age,
    @Nullable String day,
    @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime time,
    @Nullable Boolean free) {

  Search search() {
    return new Search(words, need, place, language, age, day, time, Boolean.TRUE.equals(free));
  }

  /** Whether one of the fields that are folded away at first is in use. */
  public boolean narrow() {
    return given(language) || age != null || given(day) || time != null || free != null;
  }

  boolean anything() {
    return given(words) || need != null || given(place) || narrow();
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
