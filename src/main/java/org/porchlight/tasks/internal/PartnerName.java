package org.porchlight.tasks.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.shared.DistrictId;

/** What the directory calls a partner that writes. */
final class PartnerName {

  private PartnerName() {}

  /** Empty where the directory holds it no more. */
  static Optional<String> of(
      ResourceDirectory directory, Recipient.OfPartner partner, @Nullable DistrictId district) {
    return district == null
        ? Optional.empty()
        : directory.find(district, partner.resource()).map(Resource::name);
  }
}
