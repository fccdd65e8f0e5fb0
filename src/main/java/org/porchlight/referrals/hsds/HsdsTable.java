package org.porchlight.referrals.hsds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of the Human Services Data Specification that the directory is made of, known by
 * columns that no other table has: HSDS 3.x, and what HSDS 1.x called them. See
 * https://docs.openreferral.org.
 */
enum HsdsTable {
  ORGANIZATIONS(
      List.of("name"),
      List.of(Set.of("name", "legal_status"), Set.of("name", "year_incorporated"))),
  SERVICES(
      List.of("name"),
      List.of(Set.of("name", "application_process"), Set.of("name", "program_id", "status"))),
  LOCATIONS(List.of(), List.of(Set.of("latitude", "longitude"))),
  ADDRESSES(List.of(), List.of(Set.of("address_1"))),
  PHONES(List.of("number"), List.of(Set.of("number", "extension"))),
  SCHEDULES(List.of(), List.of(Set.of("opens_at", "closes_at"))),
  LANGUAGES(
      List.of(), List.of(Set.of("location_id", "phone_id"), Set.of("language", "service_id"))),
  SERVICE_AREAS(
      List.of("service_id"),
      List.of(Set.of("service_id", "extent"), Set.of("service_id", "service_area"))),
  TAXONOMY_TERMS(
      List.of("name"), List.of(Set.of("parent_id", "taxonomy"), Set.of("parent_id", "vocabulary"))),
  ATTRIBUTES(List.of("taxonomy_term_id"), List.of(Set.of("taxonomy_term_id", "link_id"))),
  REQUIRED_DOCUMENTS(List.of("document"), List.of(Set.of("service_id", "document"))),
  SERVICE_CAPACITY(List.of("service_id"), List.of(Set.of("service_id", "available"))),
  /** Last: others have its columns, and more. */
  SERVICE_AT_LOCATION(
      List.of("service_id", "location_id"),
      List.of(Set.of("id", "service_id", "location_id", "description")));

  /** Tables of HSDS that the directory has no use for. */
  private static final List<Set<String>> UNUSED =
      List.of(
          Set.of("location_id", "accessibility"),
          Set.of("location_id", "details"),
          Set.of("title", "department"),
          Set.of("service_id", "amount"),
          Set.of("organization_id", "source"),
          Set.of("identifier", "identifier_type"),
          Set.of("resource_id", "resource_type"),
          Set.of("language", "character_set"),
          Set.of("uri", "version"),
          Set.of("link_id", "url"),
          Set.of("name", "scheme", "identifier"),
          Set.of("id", "organization_id", "name", "alternate_name", "description"));

  private final List<String> required;
  private final List<Set<String>> signatures;

  HsdsTable(List<String> required, List<Set<String>> signatures) {
    this.required = required;
    this.signatures = signatures;
  }

  /** Columns without which a row says nothing. */
  List<String> required() {
    return required;
  }

  /** As the import report names it. */
  String kind() {
    return "hsds." + name().toLowerCase(Locale.ROOT);
  }

  static Optional<HsdsTable> ofHeader(Set<String> header) {
    return Arrays.stream(values())
        .filter(table -> table.signatures.stream().anyMatch(header::containsAll))
        .findFirst();
  }

  static boolean unused(Set<String> header) {
    return UNUSED.stream().anyMatch(header::containsAll);
  }
}
