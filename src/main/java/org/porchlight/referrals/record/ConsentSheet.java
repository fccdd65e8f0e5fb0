package org.porchlight.referrals.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is put before a family: with whom we would share what. Holds names: for pages only.
 *
 * @param recipient the service's name
 * @param organization that offers it; null where the directory does not say
 * @param signers who may sign, and what of each would be shared
 */
public record ConsentSheet(String recipient, @Nullable String organization, List<Signer> signers) {

  /**
   * @param student whether it is the student, who is of age and signs in place of the guardians
   * @param facts those that we know, in their order; {@code BEST_TIME} and {@code WORDS} are
   *     written when it is signed
   */
  public record Signer(UUID id, String name, boolean student, Map<SharedFact, String> facts) {}
}
