package org.porchlight.roster.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * An account as a form or a system gives it.
 *
 * @param district null for another administrator of the installation
 */
record AccountForm(
    @Nullable String username,
    @Nullable String password,
    @Nullable String displayName,
    @Nullable UUID district,
    @Nullable Boolean districtWide,
    @Nullable Set<UUID> schools,
    @Nullable Set<String> roles,
    @Nullable Set<String> duties) {

  NewUser toNewUser() {
    return new NewUser(
        given(username).strip(),
        given(password),
        given(displayName).strip(),
        district == null ? null : new DistrictId(district),
        Boolean.TRUE.equals(districtWide),
        schools == null
            ? Set.of()
            : schools.stream().map(SchoolId::new).collect(Collectors.toSet()),
        chosen(roles, Role.class, "role"),
        chosen(duties, Duty.class, "duty"));
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static <E extends Enum<E>> Set<E> chosen(
      @Nullable Set<String> texts, Class<E> type, String name) {
    if (texts == null) {
      return Set.of();
    }
    return texts.stream()
        .map(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ResponseStatusException(
                                HttpStatus.BAD_REQUEST,
                                "A %s is not known: use some of %s"
                                    .formatted(name, Arrays.toString(type.getEnumConstants())))))
        .collect(Collectors.toSet());
  }
}
