/**
 * The directory of resources that families may be referred to; each referral to one of them, what
 * the partner says to it, and what was shared with whom; how each barrier is seen to its end. Below
 * this package:
 *
 * <ul>
 *   <li>{@code directory}, {@code hsds}: resources, their import and search
 *   <li>{@code record}: referrals, consents, disclosures; {@code partner}: the partner's link
 *   <li>{@code loop}: a barrier that was taken on, as its rows stand, and the words for it
 *   <li>{@code owner}: who has it and until when; loop
 *   <li>{@code choosing}: what help, with whose consent; loop, owner
 *   <li>{@code asking}: "did it help?"; loop, owner
 *   <li>{@code escalation}: silence, and who steps in; loop, owner, choosing
 *   <li>{@code worker}: the process's steps; all of these. {@code web}: pages
 * </ul>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "roster",
      "identification",
      "cases",
      "messaging",
      "engine"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.referrals;
