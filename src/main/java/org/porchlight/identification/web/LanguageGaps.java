package org.porchlight.identification.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.StudentProfiles;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The languages of the district's homes in which its program does not work. */
@Component
class LanguageGaps {

  private final StudentProfiles profiles;
  private final SchoolCalendars calendars;
  private final Clock clock;

  LanguageGaps(StudentProfiles profiles, SchoolCalendars calendars, Clock clock) {
    this.profiles = profiles;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Their names in English, in order. */
  List<String> of(DistrictId district, ProgramSettings settings) {
    Set<String> spoken =
        settings.languages().stream().map(LanguageGaps::language).collect(Collectors.toSet());
    return profiles
        .ofDistrict(district, clock.instant().atZone(calendars.zone(district)).toLocalDate())
        .stream()
        .map(StudentProfiles.Profile::homeLanguage)
        .filter(Objects::nonNull)
        .map(LanguageGaps::language)
        .filter(language -> !language.equals("en") && !spoken.contains(language))
        .distinct()
        .map(language -> Locale.of(language).getDisplayLanguage(Locale.US))
        .sorted()
        .toList();
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
