package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Users;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers.History;
import org.porchlight.referrals.SchoolRoles;
import org.porchlight.roster.Family;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.FamilyBarriers;
import org.porchlight.tasks.internal.FamilyBarriers.Shown;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What makes school hard, as a family's page shows it. */
@Component
class BarrierLines {

  private final FamilyBarriers barriers;
  private final GroupWords groups;
  private final SchoolRoles roles;
  private final Users users;
  private final MessageSource words;
  private final Clock clock;

  BarrierLines(
      FamilyBarriers barriers,
      GroupWords groups,
      SchoolRoles roles,
      Users users,
      MessageSource words,
      Clock clock) {
    this.barriers = barriers;
    this.groups = groups;
    this.roles = roles;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  /** Those first that fall due first; none before a visitor may read what happened. */
  List<BarrierLine> of(Folder folder, ZoneId zone) {
    return folder.homeRevealed()
        ? folder.newest().map(barriers::of).orElse(List.of()).stream()
            .sorted(Comparator.comparing(shown -> shown.barrier().due()))
            .map(shown -> line(shown, folder.family(), zone))
            .toList()
        : List.of();
  }

  private BarrierLine line(Shown shown, Family family, ZoneId zone) {
    Barrier one = shown.barrier();
    Barrier.End end = one.end();
    return new BarrierLine(
        one.id(),
        shown.named() ? one.code().name() : "inConfidence",
        one.student() == null ? null : student(one.student(), family),
        Objects.requireNonNull(Times.day(one.toldAt(), zone)),
        groups.of(one.owner()),
        Objects.requireNonNull(Times.due(one.due(), zone)),
        Times.ago(one.due(), clock.instant()),
        one.level(),
        end == null && one.code().urgent() ? roles.outOfHours(family.district()) : null,
        end == null ? stands(shown) : null,
        end == null ? null : end.name(),
        Times.day(one.endedAt(), zone),
        shown.history().getLast().words(),
        shown.history().stream().map(entry -> hop(entry, zone)).toList());
  }

  /** What the newest hop says of it: the module that has it says so in words of its own. */
  private @Nullable String stands(Shown shown) {
    return shown.history().reversed().stream()
        .map(History::why)
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::why)
        .orElse(null);
  }

  private @Nullable String why(String code) {
    return words.getMessage("families.barrier.why." + code, null, null, Locale.US);
  }

  private static @Nullable String student(StudentId id, Family family) {
    return family.students().stream()
        .filter(one -> one.id().equals(id))
        .map(Family.Student::firstName)
        .findFirst()
        .orElse(null);
  }

  private Hop hop(History entry, ZoneId zone) {
    OwnerGroup owner = entry.owner();
    String why = entry.why();
    UserId by = entry.by();
    return new Hop(
        Objects.requireNonNull(Times.moment(entry.at(), zone)),
        entry.what().name(),
        by == null ? null : users.find(by).map(Actor::displayName).orElse(null),
        entry.source() == null ? null : entry.source().name(),
        owner == null ? null : groups.of(owner),
        Times.due(entry.due(), zone),
        why == null ? null : why(why),
        entry.end() == null ? null : entry.end().name(),
        entry.given(),
        entry.words());
  }

  /**
   * A barrier.
   *
   * @param code message key {@code families.barrier.<code>}
   * @param late how long its due date has passed
   * @param level 0 owner, 1 attendance team, from 2 on the district
   * @param outOfHours what to do while nobody works; null where it is not urgent
   * @param stands what is being done about it, in words; null where nothing is said, or it is over
   * @param end message key {@code families.barrier.end.<end>}; null while it is open
   * @param lastWords of whoever did the last thing about it
   */
  public record BarrierLine(
      UUID id,
      String code,
      @Nullable String student,
      String toldAt,
      String owner,
      String due,
      @Nullable String late,
      int level,
      @Nullable String outOfHours,
      @Nullable String stands,
      @Nullable String end,
      @Nullable String endedAt,
      @Nullable String lastWords,
      List<Hop> history) {

    /** What the case handed on, or left, when it closed: of interest when the family comes back. */
    public boolean handedOn() {
      return "HANDED_ON".equals(end) || "CLOSED_BY_TEAM".equals(end);
    }

    public boolean open() {
      return end == null;
    }

    public boolean overdue() {
      return end == null && late != null;
    }
  }

  /**
   * One thing that happened.
   *
   * @param what message key {@code families.barrier.what.<what>}
   * @param why in words
   */
  public record Hop(
      String at,
      String what,
      @Nullable String by,
      @Nullable String source,
      @Nullable String owner,
      @Nullable String due,
      @Nullable String why,
      @Nullable String end,
      List<String> given,
      @Nullable String words) {}
}
