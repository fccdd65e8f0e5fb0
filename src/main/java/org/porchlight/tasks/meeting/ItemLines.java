package org.porchlight.tasks.meeting;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The lines of a meeting, read now: the students' names and what there is to say. Only of families
 * whose file the reader may open; a line itself opens none.
 */
@Component
class ItemLines {

  private final Pack pack;
  private final DecisionStore decisions;
  private final Reach reach;
  private final Families families;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final MessageSource words;

  ItemLines(
      Pack pack,
      DecisionStore decisions,
      Reach reach,
      Families families,
      Schools schools,
      SchoolCalendars calendars,
      MessageSource words) {
    this.pack = pack;
    this.decisions = decisions;
    this.reach = reach;
    this.families = families;
    this.schools = schools;
    this.calendars = calendars;
    this.words = words;
  }

  List<ItemLine> of(Team team, UUID meeting, List<PackItem> items) {
    ZoneId zone = calendars.zone(team.district());
    Map<UUID, Long> decided =
        decisions.of(meeting).stream()
            .<UUID>mapMulti(
                (decision, found) -> {
                  if (decision.subject() != null) {
                    found.accept(decision.subject());
                  }
                })
            .collect(Collectors.groupingBy(subject -> subject, Collectors.counting()));
    return items.stream()
        .map(item -> line(item, zone, decided.getOrDefault(item.subject(), 0L).intValue()))
        .toList();
  }

  private ItemLine line(PackItem item, ZoneId zone, int decided) {
    Told told = pack.tell(item, zone).orElseGet(() -> new Told(null, null, null, true, List.of()));
    FamilyId family = told.family();
    boolean hidden = family != null && !reach.mayName(family);
    return new ItemLine(
        item,
        family == null || hidden ? null : family.value(),
        family == null || hidden ? "" : students(family),
        family == null ? "" : ItemLine.reference(family),
        hidden ? "" : school(told.school()),
        hidden ? List.of() : told.facts().stream().map(this::said).toList(),
        told.settled(),
        hidden,
        decided);
  }

  private String students(FamilyId family) {
    return families.find(family).map(Subjects::students).orElse("");
  }

  private String school(@Nullable SchoolId school) {
    return school == null ? "" : schools.find(school).map(Schools.School::name).orElse("");
  }

  private ItemLine.Said said(Told.Fact fact) {
    return new ItemLine.Said(
        words.getMessage(fact.key(), fact.values().toArray(), Locale.US), fact.words());
  }
}
