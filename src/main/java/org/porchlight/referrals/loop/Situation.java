package org.porchlight.referrals.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.SchoolRoles;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.record.News;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Component;

/** What is known of a barrier and everything tried so far, in words. Pages only. */
@Component
class Situation {

  private final Families families;
  private final SchoolCalendars calendars;
  private final ResourceDirectory directory;
  private final Referrals referrals;
  private final SchoolRoles roles;
  private final HelpSteps steps;
  private final HelpWords words;

  Situation(
      Families families,
      SchoolCalendars calendars,
      ResourceDirectory directory,
      Referrals referrals,
      SchoolRoles roles,
      HelpSteps steps,
      HelpWords words) {
    this.families = families;
    this.calendars = calendars;
    this.directory = directory;
    this.referrals = referrals;
    this.roles = roles;
    this.steps = steps;
    this.words = words;
  }

  private record Line(Instant at, String text) {}

  String of(TakenOn taken) {
    ZoneId zone = calendars.zone(taken.about().district());
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            "help.situation.told", what(taken), HelpWords.moment(taken.barrier().toldAt(), zone)));
    if (taken.help().urgent()) {
      lines.add(words.text("help.situation.urgent"));
      lines.add(
          words.text("help.situation.outOfHours", roles.outOfHours(taken.about().district())));
    }
    List<Line> tried = tried(taken);
    lines.add(words.text(tried.isEmpty() ? "help.situation.nothing" : "help.situation.tried"));
    tried.forEach(line -> lines.add("– " + HelpWords.moment(line.at(), zone) + ": " + line.text()));
    return String.join("\n", lines);
  }

  /** What it is, and whose. What was told in confidence is named to whoever has the task only. */
  String what(TakenOn taken) {
    Barrier barrier = taken.barrier();
    String code = words.text(barrier.code().messageKey());
    return student(taken).map(name -> name + ": " + code).orElse(code);
  }

  private Optional<String> student(TakenOn taken) {
    return families.find(taken.about().family()).stream()
        .flatMap(family -> family.students().stream())
        .filter(student -> student.id().equals(taken.barrier().student()))
        .map(Family.Student::firstName)
        .findFirst();
  }

  private List<Line> tried(TakenOn taken) {
    UUID barrier = taken.barrier().id();
    List<Line> lines = new ArrayList<>();
    steps.of(barrier).forEach(step -> lines.add(new Line(step.at(), line(step))));
    for (Referral referral : referrals.of(barrier)) {
      String name = name(referral);
      lines.add(new Line(referral.draftedAt(), words.text("help.tried.chosen", name)));
      for (News news : referrals.said(referral.id())) {
        lines.add(new Line(news.at(), said(name, news)));
      }
    }
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  private String line(Step step) {
    String who = words.name(step.by());
    String role = step.role() == null ? "" : words.role(step.role());
    return joined(words.text("help.step." + step.what(), who, role), step.words());
  }

  private String said(String name, News news) {
    return joined(words.text("help.tried.said." + news.answer(), name), news.words());
  }

  private static String joined(String text, @Nullable String more) {
    return more == null ? text : text + " “" + more + "”";
  }

  String name(Referral referral) {
    return directory.find(referral.district(), referral.resource()).map(Resource::name).orElse("?");
  }
}
