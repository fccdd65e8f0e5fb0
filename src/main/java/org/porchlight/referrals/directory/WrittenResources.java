package org.porchlight.referrals.directory;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResource;
import org.porchlight.referrals.OwnResources;
import org.porchlight.referrals.Resource;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
@Transactional
class WrittenResources implements OwnResources {

  /** As HSDS calls a phone for texts. */
  private static final String TEXTS = "text";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  WrittenResources(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public UUID add(DistrictId district, OwnResource resource, UserId by) {
    UUID id = UUID.randomUUID();
    write(
        """
        insert into referrals.resource (id, district_id, source_id, own, status, terms, areas,
          documents, name, organization, description, url, email, fees, eligibility, application,
          interpretation, minimum_age, maximum_age, available, available_on, languages, phones,
          places, hours, needs, words, verified_at, verified_by, written_at, written_by,
          prefers_texts)
        values (:id, :district, 'own:' || :id, true, 'active', '{}', '{}', '{}', :name,
          :organization, :description, :url, :email, :fees, :eligibility, :application,
          :interpretation, :minimum, :maximum, :available, :today, :languages, cast(:phones as jsonb),
          cast(:places as jsonb), cast(:hours as jsonb), :needs, :words, :now, :by, :now, :by, :prefersTexts)
        """,
        district,
        id,
        resource,
        by);
    return id;
  }

  @Override
  public boolean change(DistrictId district, UUID id, OwnResource resource, UserId by) {
    return write(
            """
            update referrals.resource set name = :name, organization = :organization,
              description = :description, url = :url, email = :email, fees = :fees,
              eligibility = :eligibility, application = :application,
              interpretation = :interpretation, minimum_age = :minimum, maximum_age = :maximum,
              available = :available, available_on = :today, languages = :languages,
              phones = cast(:phones as jsonb), places = cast(:places as jsonb),
              hours = cast(:hours as jsonb), needs = :needs, words = :words, verified_at = :now,
              verified_by = :by, written_at = :now, written_by = :by, prefers_texts = :prefersTexts
            where district_id = :district and id = :id and own and removed_at is null
            """,
            district,
            id,
            resource,
            by)
        == 1;
  }

  @Override
  public boolean remove(DistrictId district, UUID id, UserId by) {
    return jdbc.sql(
                """
                update referrals.resource set removed_at = ?, written_at = ?, written_by = ?
                where district_id = ? and id = ? and own and removed_at is null
                """)
            .params(
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()),
                by.value(),
                district.value(),
                id)
            .update()
        == 1;
  }

  private int write(String sql, DistrictId district, UUID id, OwnResource resource, UserId by) {
    String address = resource.address();
    List<Resource.Phone> phones =
        Stream.of(phone(resource.phone(), null), phone(resource.textPhone(), TEXTS))
            .flatMap(Optional::stream)
            .toList();
    List<Resource.Place> places =
        address == null && resource.town() == null && resource.latitude() == null
            ? List.of()
            : List.of(
                new Resource.Place(
                    null,
                    address,
                    resource.town(),
                    "physical",
                    resource.latitude(),
                    resource.longitude(),
                    resource.transport()));
    return jdbc.sql(sql)
        .param("id", id)
        .param("district", district.value())
        .param("name", resource.name())
        .param("organization", resource.organization(), Types.VARCHAR)
        .param("description", resource.description(), Types.VARCHAR)
        .param("url", resource.url(), Types.VARCHAR)
        .param("email", resource.email(), Types.VARCHAR)
        .param("fees", resource.fees(), Types.VARCHAR)
        .param("eligibility", resource.eligibility(), Types.VARCHAR)
        .param("application", resource.application(), Types.VARCHAR)
        .param("interpretation", resource.interpretation(), Types.VARCHAR)
        .param("minimum", resource.minimumAge(), Types.NUMERIC)
        .param("maximum", resource.maximumAge(), Types.NUMERIC)
        .param("available", resource.available(), Types.NUMERIC)
        .param(
            "today",
            resource.available() == null
                ? null
                : java.sql.Date.valueOf(
                    clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate()),
            Types.DATE)
        .param("languages", resource.languages().toArray(String[]::new))
        .param("phones", json.writeValueAsString(phones))
        .param("places", json.writeValueAsString(places))
        .param("hours", json.writeValueAsString(resource.hours()))
        .param("needs", resource.needs().stream().map(Need::name).sorted().toArray(String[]::new))
        .param("words", words(resource))
        .param("now", Timestamp.from(clock.instant()))
        .param("by", by.value())
        .param("prefersTexts", resource.prefersTexts())
        .update();
  }

  private static Optional<Resource.Phone> phone(@Nullable String number, @Nullable String type) {
    return Optional.ofNullable(number).map(given -> new Resource.Phone(given, null, type, null));
  }

  private static String words(OwnResource resource) {
    return Stream.concat(
            Stream.of(
                resource.name(),
                resource.organization(),
                resource.description(),
                resource.address(),
                resource.town()),
            Arrays.stream(Need.values())
                .filter(resource.needs()::contains)
                .map(need -> need.name().replace('_', ' ')))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }
}
