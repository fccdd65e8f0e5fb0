package org.porchlight.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/**
 * The texts that nobody asked for, by district and day: they leave no faster than staff can handle
 * the answers. Whoever calls has checked who may. Counts only: no names, no phones, no words.
 */
public interface TextBatches {

  /** Those of the last two weeks, and all in which something waits; newest first. */
  List<Batch> of(DistrictId district);

  Optional<Batch> find(UUID id);

  /** What waits in it: by template and language. */
  List<Part> waiting(UUID batch);

  /** Nothing of it leaves until {@link #resume}; what expires meanwhile is told to the cases. */
  void pause(UUID batch, UserId by);

  void resume(UUID batch, UserId by);

  /**
   * What waits in it never leaves: each case hears of it soon ({@link MessageFailed}), so that a
   * person makes the contact instead. Does nothing where it was called off already.
   */
  void callOff(UUID batch, Why why, UserId by);

  /** How many leave in an hour, over all batches of the district; 0 where there is no limit. */
  int pace(DistrictId district);

  /**
   * @param perHour from 1; null: again by the number of staff
   * @throws IllegalArgumentException for less than 1 or more than {@link #FASTEST}
   */
  void setPace(DistrictId district, @Nullable Integer perHour, UserId by);

  /** More than a large district's staff could ever answer in an hour. */
  int FASTEST = 1000;

  /** How a batch stands. */
  enum State {
    RUNNING,
    PAUSED,
    CANCELLED
  }

  /** Why a batch is called off. */
  enum Why {
    /** Something that it says is wrong. */
    WRONG_WORDS,
    /** These families should not have been chosen, or not now. */
    WRONG_FAMILIES,
    /** The school lets families know by other means. */
    CONTACTED_OTHERWISE,
    /** Nobody is there to handle the answers. */
    NO_STAFF
  }

  /**
   * @param day of the district's zone
   * @param sent or perhaps sent
   * @param notSent skipped or failed, for whatever reason
   */
  record Batch(
      UUID id,
      DistrictId district,
      LocalDate day,
      State state,
      @Nullable Why why,
      int waiting,
      int sent,
      int notSent) {}

  /**
   * @param language BCP 47
   * @param segments as the carriers count them, before the line that says how to stop
   * @param price an estimate, as {@link TextCosts}
   */
  record Part(String template, String language, int texts, int segments, BigDecimal price) {}
}
