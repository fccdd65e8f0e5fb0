package org.porchlight.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier.End;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;

/**
 * What makes school hard for the families of the cases, kept from when it was told until it has
 * ended. Everything happens in the caller's transaction.
 */
public interface Barriers {

  /**
   * Keeps what was told: as a new barrier, or in the history of the open one of the same case, code
   * and student. A new one is owned by the case's coordinators from its first instant, and {@link
   * BarrierTold} is published once, unless help on the spot has settled it. In a case that has
   * ended it is kept, ended as the case did; in one that has gone into another, kept there.
   *
   * @return the barrier, also where this telling was kept before
   * @throws IllegalArgumentException for a code of kind {@link BarrierCode.Kind#NONE}
   * @throws java.util.NoSuchElementException where there is no such case
   */
  UUID tell(Telling telling);

  /**
   * The log that told this was amended: that telling no longer counts. A barrier that only it told,
   * and on which nobody works, ends as told by mistake; otherwise it stays and its history says so.
   * A repeat does nothing, nor does a key that told nothing.
   *
   * @param key of the telling
   */
  void takeBack(CaseId id, String key, UserId by, Instant at);

  Optional<Barrier> find(UUID barrier);

  /** Newest first, ended ones too. */
  List<Barrier> of(CaseId id);

  /** Open ones, those first that fall due first. */
  List<Barrier> open(CaseId id);

  /** Open ones of all cases, those first that fall due first. */
  List<Barrier> allOpen();

  /**
   * Who has it from now on, until when. Nothing happens where it stands so already, or has ended.
   *
   * @param level 0 the owner, 1 the attendance team, 2 the district's coordinators, 3 and more:
   *     they again
   * @param why a code, shown by message key {@code families.barrier.why.<why>}
   */
  void own(UUID barrier, OwnerGroup owner, Instant due, int level, String why, Instant at);

  /**
   * Ends it, whoever works on it, and publishes {@link BarrierEnded}. The first end counts.
   *
   * @param words of whoever ends it: for pages only
   */
  void end(UUID barrier, End end, @Nullable UserId by, Instant at, @Nullable String words);

  /**
   * As {@link #end}, where the work on it ({@link BarrierWork}) has come to this end by itself: it
   * need not be told to stop.
   */
  void settle(UUID barrier, End end, @Nullable UserId by, Instant at, @Nullable String words);

  /** Oldest first. Holds what people wrote: for pages only. */
  List<History> history(UUID barrier);

  /** Where something was told. */
  enum Source {
    /** A visit's log. */
    LOG,
    CALL,
    /** A family's own text that somebody read. */
    TEXT,
    /** The family's page. */
    PAGE,
    MEETING
  }

  /**
   * Something that somebody was told.
   *
   * @param key makes it one act within the case: a repeat does nothing
   * @param student null: the family as a whole, or nobody said
   * @param words free text: for pages only
   * @param helpedAtOnce whether help on the spot settled it
   * @param given what was given on the spot: codes of the visit log's field {@code helpGiven}
   */
  record Telling(
      CaseId caseId,
      BarrierCode code,
      Source source,
      String key,
      @Nullable StudentId student,
      @Nullable UserId by,
      Instant at,
      @Nullable String words,
      boolean helpedAtOnce,
      List<String> given) {

    public Telling {
      given = List.copyOf(given);
    }

    /** Nothing was given. */
    public Telling(
        CaseId caseId,
        BarrierCode code,
        Source source,
        String key,
        @Nullable StudentId student,
        @Nullable UserId by,
        Instant at,
        @Nullable String words) {
      this(caseId, code, source, key, student, by, at, words, false, List.of());
    }
  }

  /**
   * One thing that happened to a barrier.
   *
   * @param source of a telling
   * @param owner of an owning, with {@code due}, {@code level} and {@code why}
   * @param end of an ending
   * @param given of a telling, or of help
   */
  record History(
      What what,
      Instant at,
      @Nullable UserId by,
      @Nullable Source source,
      @Nullable OwnerGroup owner,
      @Nullable Instant due,
      int level,
      @Nullable String why,
      @Nullable End end,
      List<String> given,
      @Nullable String words) {

    /** For whoever may know that it happened, but not what was said and given. */
    public History withoutWords() {
      return new History(what, at, by, source, owner, due, level, why, end, List.of(), null);
    }

    /** What happened. */
    public enum What {
      TOLD,
      TOLD_AGAIN,
      /** An amended log says it no longer. */
      TAKEN_BACK,
      /** Help on the spot, while somebody works on it: it goes on. */
      HELPED,
      OWNED,
      /** Came from, or went back to, another case of the same family. */
      MOVED,
      ENDED
    }
  }
}
