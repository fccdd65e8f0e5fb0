package org.porchlight.tasks.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ContactPhones;
import org.porchlight.cases.ContactPhones.ContactPhone;
import org.porchlight.cases.FamilyContacts;
import org.porchlight.engine.ProcessPath;
import org.porchlight.engine.ProcessPaths;
import org.porchlight.identification.OtherSupports;
import org.porchlight.identification.OtherSupports.Support;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Component;

/** Everything that a family's page shows, read after one pass through the gate. */
@Component
public class FamilyFolder {

  private final Families families;
  private final CaseContacts contacts;
  private final ContactPhones phones;
  private final CaseHistory history;
  private final PassedOnWords words;
  private final FamilyContacts count;
  private final OtherSupports supports;
  private final Messages messages;
  private final AttendanceRates rates;
  private final Work work;
  private final Barriers barriers;
  private final ProcessPaths paths;

  FamilyFolder(
      Families families,
      CaseContacts contacts,
      ContactPhones phones,
      CaseHistory history,
      PassedOnWords words,
      FamilyContacts count,
      OtherSupports supports,
      Messages messages,
      AttendanceRates rates,
      Work work,
      Barriers barriers,
      ProcessPaths paths) {
    this.families = families;
    this.contacts = contacts;
    this.phones = phones;
    this.history = history;
    this.words = words;
    this.count = count;
    this.supports = supports;
    this.messages = messages;
    this.rates = rates;
    this.work = work;
    this.barriers = barriers;
    this.paths = paths;
  }

  /**
   * A family's file.
   *
   * @param homeRevealed false for a visitor before the family's yes: then no address, no phones and
   *     nothing of what happened is in here
   * @param foundAddress where the family lives now, if a person found that out during the case
   * @param newest the case that matters now
   * @param contacts how often the family was contacted unasked; null while it has no live case
   * @param supports who else works with the family, also those who did
   * @param next open tasks of the reader's groups
   * @param ways of the case's processes
   */
  public record Folder(
      Family family,
      boolean homeRevealed,
      List<ContactPhone> phones,
      Optional<String> foundAddress,
      Optional<CaseView> newest,
      FamilyContacts.@Nullable Count contacts,
      List<Support> supports,
      List<QueuedTask> next,
      List<ProcessPath> ways,
      List<CaseHistory.Entry> timeline,
      List<ThreadEntry> thread,
      List<AttendanceRate> rates) {}

  /** Throws as {@link Families#open}. */
  public Folder open(FamilyId id, Channel channel) {
    Families.OpenedFamily opened = families.open(id, channel);
    Family family = opened.family();
    boolean revealed = opened.opened().homeRevealed();
    Optional<CaseView> newest = history.ofFamily(id).stream().findFirst();
    return new Folder(
        family,
        revealed,
        revealed ? phones.of(family, newest.orElse(null)) : List.of(),
        revealed ? newest.flatMap(view -> contacts.repairedAddress(view.id())) : Optional.empty(),
        newest,
        newest.filter(CaseView::live).map(view -> count.count(id, view.district())).orElse(null),
        revealed ? supports.of(id) : List.of(),
        newest.map(this::tasks).orElse(List.of()),
        revealed ? newest.map(this::ways).orElse(List.of()) : List.of(),
        revealed ? newest.map(words::timeline).orElse(List.of()) : List.of(),
        revealed ? thread(id, newest) : List.of(),
        revealed ? rates(family) : List.of());
  }

  /**
   * With what was said while they were taken for two families, oldest first. The caller has opened
   * the file; visitors see none of it before the family has said yes.
   */
  public List<ThreadEntry> thread(CaseView view) {
    return thread(view.family(), Optional.of(view));
  }

  /** Of the case and of what is open about it, those first that fall due first. */
  private List<QueuedTask> tasks(CaseView view) {
    return Stream.concat(
            work.ofSubject(view.id().value()).stream(),
            barriers.open(view.id()).stream().flatMap(one -> work.ofSubject(one.id()).stream()))
        .sorted(
            Comparator.comparing(QueuedTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private List<ProcessPath> ways(CaseView view) {
    return Stream.concat(
            paths.of(view.id().value()).stream(),
            barriers.open(view.id()).stream().flatMap(one -> paths.of(one.id()).stream()))
        .toList();
  }

  private List<ThreadEntry> thread(FamilyId id, Optional<CaseView> newest) {
    List<FamilyId> all = new ArrayList<>(List.of(id));
    newest.ifPresent(view -> all.addAll(history.mergedFamilies(view.id())));
    return all.stream()
        .distinct()
        .flatMap(each -> messages.thread(each).stream())
        .sorted(Comparator.comparing(ThreadEntry::at))
        .toList();
  }

  private List<AttendanceRate> rates(Family family) {
    return rates
        .latestDate(family.district())
        .map(
            day ->
                family.students().stream()
                    .flatMap(student -> rates.ofStudent(student.id(), day).stream())
                    .toList())
        .orElse(List.of());
  }
}
