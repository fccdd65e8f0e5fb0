package org.porchlight.messaging;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;

/**
 * A text that should go out.
 *
 * @param purpose why, {@code <module>.<what>}: asked of {@link StillWanted} again at the moment of
 *     sending
 * @param occurrence which one of that purpose: at most one text per (to, purpose, occurrence), for
 *     ever (I1)
 * @param template its name in the template catalogue
 * @param language BCP 47; throws {@link NoTranslation} where there is no approved one (never
 *     English instead)
 * @param arguments of the template: strings, numbers, Instants (written in the district's zone and
 *     the language)
 * @param notBefore earliest instant; a text that would fall outside the window at this instant
 *     waits, unless {@code moveEarlier}
 * @param expiresAt after this it is skipped, and counted with the reason
 * @param moveEarlier for reminders: where the window closes before {@code notBefore}, send in the
 *     window before it instead of after
 */
public record MessageRequest(
    DistrictId district,
    PhoneNumber to,
    Recipient recipient,
    @Nullable CaseId caseId,
    String purpose,
    String occurrence,
    String template,
    String language,
    Map<String, Object> arguments,
    Instant notBefore,
    Instant expiresAt,
    boolean moveEarlier) {}
