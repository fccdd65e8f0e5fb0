package org.porchlight.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.porchlight.roster.internal.FamilyGrouping.Decision;
import org.porchlight.roster.internal.FamilyGrouping.Groups;
import org.porchlight.roster.internal.FamilyGrouping.Link;

class FamilyGroupingTest {

  private final UUID ana = new UUID(0, 1);
  private final UUID ben = new UUID(0, 2);
  private final UUID cleo = new UUID(0, 3);
  private final UUID mother = new UUID(1, 1);
  private final UUID father = new UUID(1, 2);

  private static Link joins(UUID student, UUID contact) {
    return new Link(student, contact, true, false);
  }

  private static Link restricted(UUID student, UUID contact) {
    return new Link(student, contact, true, true);
  }

  private Groups group(List<Link> links, Decision... decisions) {
    return FamilyGrouping.of(List.of(ana, ben, cleo), links, List.of(decisions));
  }

  @Test
  void shouldJoinStudentsWhoShareAGuardian() {
    assertThat(group(List.of(joins(ana, mother), joins(ben, mother))).families())
        .containsExactlyInAnyOrder(Set.of(ana, ben), Set.of(cleo));
  }

  @Test
  void shouldJoinThroughAChainOfContacts() {
    List<Link> links =
        List.of(joins(ana, mother), joins(ben, mother), joins(ben, father), joins(cleo, father));
    assertThat(group(links).families()).containsExactly(Set.of(ana, ben, cleo));
  }

  @Test
  void shouldNotJoinThroughAnEmergencyContact() {
    List<Link> links = List.of(joins(ana, mother), new Link(ben, mother, false, false));
    assertThat(group(links).families()).hasSize(3);
  }

  @Test
  void shouldNotJoinThroughARestrictedContact() {
    assertThat(group(List.of(joins(ana, mother), restricted(ben, mother))).families()).hasSize(3);
  }

  @Test
  void shouldNotJoinThroughAnotherContactWhereARestrictionStandsBetween() {
    List<Link> links =
        List.of(
            joins(ana, mother), joins(ben, mother), restricted(ana, father), joins(ben, father));
    assertThat(group(links).families()).hasSize(3);
  }

  @Test
  void shouldKeepApartWhatAPersonParted() {
    List<Link> links = List.of(joins(ana, mother), joins(ben, mother), joins(cleo, mother));
    assertThat(group(links, new Decision(ana, ben, false)).families())
        .noneMatch(family -> family.contains(ana) && family.contains(ben));
  }

  @Test
  void shouldJoinWhatAPersonJoined() {
    assertThat(group(List.of(), new Decision(ana, cleo, true)).families())
        .containsExactlyInAnyOrder(Set.of(ana, cleo), Set.of(ben));
  }

  @Test
  void shouldLeaveMoreThanEightToAPerson() {
    List<UUID> nine = IntStream.range(0, 9).mapToObj(i -> new UUID(0, i)).toList();
    List<Link> links = nine.stream().map(student -> joins(student, mother)).toList();
    Groups groups = FamilyGrouping.of(nine, links, List.of());
    assertThat(groups.families()).hasSize(9);
    assertThat(groups.tooLarge()).containsExactly(Set.copyOf(nine));
    assertThat(FamilyGrouping.of(nine.subList(0, 8), links.subList(0, 8), List.of()).families())
        .hasSize(1);
  }

  @RepeatedTest(30)
  void shouldAlwaysPartitionTheStudentsWhateverTheOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<UUID> students = IntStream.range(0, 30).mapToObj(i -> new UUID(0, i)).toList();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      links.add(
          new Link(
              students.get(random.nextInt(30)),
              new UUID(1, random.nextInt(15)),
              random.nextInt(4) > 0,
              random.nextInt(6) == 0));
    }
    Groups groups = FamilyGrouping.of(students, links, List.of());
    assertThat(groups.families().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(students);
    for (Link restricted : links.stream().filter(Link::restricted).toList()) {
      links.stream()
          .filter(
              other ->
                  other.contact().equals(restricted.contact())
                      && other.joins()
                      && !other.restricted())
          .filter(other -> !other.student().equals(restricted.student()))
          .forEach(
              other ->
                  assertThat(groups.families())
                      .noneMatch(
                          f -> f.contains(other.student()) && f.contains(restricted.student())));
    }
    List<Link> shuffled = new ArrayList<>(links);
    java.util.Collections.shuffle(shuffled, random);
    assertThat(FamilyGrouping.of(students, shuffled, List.of())).isEqualTo(groups);
  }
}
