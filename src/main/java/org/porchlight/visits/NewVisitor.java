package org.porchlight.visits;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/**
 * A person of {@link org.porchlight.access.Users} who will visit families.
 *
 * @param phone null: is asked on the page only
 * @param textLanguage BCP 47, of the texts to the visitor
 * @param languages BCP 47 to level, English included
 * @param caseloadLimit most families at once
 */
public record NewVisitor(
    UserId user,
    String firstName,
    VisitorRole role,
    VisitorKind kind,
    @Nullable PhoneNumber phone,
    String textLanguage,
    Map<String, LanguageLevel> languages,
    int caseloadLimit) {}
