package org.porchlight.tasks.meeting;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;

/**
 * One thing to talk about, as a line of the meeting.
 *
 * @param family for the link to its page; null where it is about none, or about one that is out of
 *     the reader's scope
 * @param students names; empty likewise
 * @param reference stands for the family on paper: the first signs of an opaque id
 * @param settled nothing is left to decide
 * @param hidden it belongs to somebody else by now
 * @param decisions taken about it in this meeting
 */
public record ItemLine(
    PackItem item,
    @Nullable UUID family,
    String students,
    String reference,
    String school,
    List<Said> facts,
    boolean settled,
    boolean hidden,
    int decisions) {

  /**
   * @param words holds what somebody wrote: not printed
   */
  public record Said(String text, boolean words) {}

  private static final int REFERENCE = 4;

  /** The first signs of an opaque id: who may open the file finds it by them. */
  public static String reference(FamilyId family) {
    return family.toString().substring(0, REFERENCE).toUpperCase(Locale.ROOT);
  }

  /** As in an address. */
  public String code() {
    return code(item.kind());
  }

  public static String code(ItemKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
