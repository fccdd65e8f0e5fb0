package org.porchlight.roster.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is one family: students who share a contact that is legal guardian of, or lives with, each of
 * them, and no restriction stands between. A person's decision outranks the roster; keeping apart
 * outranks joining.
 */
final class FamilyGrouping {

  static final int LARGEST = 8;

  private FamilyGrouping() {}

  /**
   * @param joins the contact is legal guardian of, or lives with, the student
   * @param restricted a text of restriction that nobody has cleared
   */
  record Link(UUID student, UUID contact, boolean joins, boolean restricted) {}

  /** A person's word. */
  record Decision(UUID a, UUID b, boolean together) {}

  /**
   * @param tooLarge sets of students that a person has to decide on; meanwhile they are grouped by
   *     decisions alone
   */
  record Groups(List<Set<UUID>> families, List<Set<UUID>> tooLarge) {}

  static Groups of(Collection<UUID> students, List<Link> links, List<Decision> decisions) {
    Partition decided = new Partition(students);
    decisions.stream().filter(d -> !d.together()).forEach(d -> decided.keepApart(d.a(), d.b()));
    decisions.stream().filter(Decision::together).forEach(d -> decided.join(d.a(), d.b()));
    Partition joined = decided.copy();
    Map<UUID, List<Link>> byContact = new LinkedHashMap<>();
    links.stream()
        .sorted(java.util.Comparator.comparing(Link::contact).thenComparing(Link::student))
        .forEach(
            link -> byContact.computeIfAbsent(link.contact(), c -> new ArrayList<>()).add(link));
    byContact.values().forEach(ofOne -> keepApart(ofOne, joined));
    byContact.values().forEach(ofOne -> join(ofOne, joined));

    List<Set<UUID>> families = new ArrayList<>();
    List<Set<UUID>> tooLarge = new ArrayList<>();
    for (Set<UUID> group : joined.groups()) {
      List<Set<UUID>> parts = decided.within(group);
      if (group.size() > LARGEST && parts.size() > 1) {
        tooLarge.add(group);
        families.addAll(parts);
      } else {
        families.add(group);
      }
    }
    return new Groups(families, tooLarge);
  }

  /**
   * A contact who is restricted for one student and at home with another would reach the first one
   * through the family.
   */
  private static void keepApart(List<Link> ofOne, Partition joined) {
    for (Link restricted : ofOne) {
      if (restricted.restricted()) {
        ofOne.stream()
            .filter(other -> other.joins() && !other.restricted())
            .forEach(other -> joined.keepApart(restricted.student(), other.student()));
      }
    }
  }

  private static void join(List<Link> ofOne, Partition joined) {
    List<Link> joining = ofOne.stream().filter(link -> link.joins() && !link.restricted()).toList();
    for (int i = 0; i < joining.size(); i++) {
      for (int j = i + 1; j < joining.size(); j++) {
        joined.join(joining.get(i).student(), joining.get(j).student());
      }
    }
  }

  /** Disjoint sets that refuse to unite what is to be kept apart. */
  private static final class Partition {

    private final Map<UUID, Set<UUID>> groupOf;
    private final Map<UUID, Set<UUID>> apart;

    Partition(Collection<UUID> students) {
      groupOf = new LinkedHashMap<>();
      apart = new HashMap<>();
      new TreeSet<>(students)
          .forEach(student -> groupOf.put(student, new TreeSet<>(Set.of(student))));
    }

    private Partition(Map<UUID, Set<UUID>> groupOf, Map<UUID, Set<UUID>> apart) {
      this.groupOf = groupOf;
      this.apart = apart;
    }

    Partition copy() {
      Map<UUID, Set<UUID>> groups = new LinkedHashMap<>();
      for (Set<UUID> group : groups()) {
        Set<UUID> same = new TreeSet<>(group);
        same.forEach(student -> groups.put(student, same));
      }
      Map<UUID, Set<UUID>> pairs = new HashMap<>();
      apart.forEach((student, others) -> pairs.put(student, new HashSet<>(others)));
      return new Partition(groups, pairs);
    }

    void keepApart(UUID a, UUID b) {
      if (!a.equals(b) && groupOf.get(a) != groupOf.get(b)) {
        apart.computeIfAbsent(a, s -> new HashSet<>()).add(b);
        apart.computeIfAbsent(b, s -> new HashSet<>()).add(a);
      }
    }

    void join(UUID a, UUID b) {
      Set<UUID> left = groupOf.get(a);
      Set<UUID> right = groupOf.get(b);
      if (left == null || right == null || left == right || conflict(left, right)) {
        return;
      }
      left.addAll(right);
      right.forEach(student -> groupOf.put(student, left));
    }

    private boolean conflict(Set<UUID> left, Set<UUID> right) {
      Set<UUID> smaller = left.size() < right.size() ? left : right;
      Set<UUID> larger = smaller == left ? right : left;
      return smaller.stream().map(apart::get).anyMatch(others -> meets(others, larger));
    }

    private static boolean meets(@Nullable Set<UUID> others, Set<UUID> group) {
      return others != null && others.stream().anyMatch(group::contains);
    }

    List<Set<UUID>> groups() {
      Set<Set<UUID>> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      return groupOf.values().stream().filter(seen::add).collect(Collectors.toList());
    }

    List<Set<UUID>> within(Set<UUID> group) {
      Set<Set<UUID>> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      List<Set<UUID>> parts = new ArrayList<>();
      for (UUID student : group) {
        Set<UUID> part = groupOf.get(student);
        if (part != null && seen.add(part)) {
          parts.add(part);
        }
      }
      return parts;
    }
  }
}
