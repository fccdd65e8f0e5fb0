package org.porchlight.referrals.directory;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.MapPoint;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches the table of resources. Where nothing has the words, what is spelt nearly so is found.
 */
@Component
class StoredDirectory implements ResourceDirectory {

  /** A resource that nobody has looked at for longer comes later. */
  private static final String RANK =
      """
      order by (:need::text is null or :need = any (needs)) desc,
        (coalesce(available, 1) > 0) desc,
        case when :words::text is null then 0 else word_similarity(:words, words) end desc,
        greatest(verified_at::date, assured_on) desc nulls last, name, id
      limit :limit
      """;

  private static final String MATCH =
      """
      select * from referrals.resource
      where district_id = :district and removed_at is null and (status is null or status = 'active')
        and (:words::text is null
          or not :nearly and to_tsvector('english', words) @@ websearch_to_tsquery('english', :words)
          or :nearly and word_similarity(:words, words) > 0.45)
        and (:need::text is null or :need = any (needs) or :need = any (needs_guessed))
        and (:place::text is null or places::text ilike :place or array_to_string(areas, ' ') ilike :place
          or exists (select from jsonb_array_elements(places) p
            where 2 * 3958.8 * asin(least(1, sqrt(
              sin(radians((p ->> 'latitude')::float - :latitude::float) / 2) ^ 2
              + cos(radians(:latitude::float)) * cos(radians((p ->> 'latitude')::float))
                * sin(radians((p ->> 'longitude')::float - :longitude::float) / 2) ^ 2))) <= 10))
        and (:language::text is null or :language = any (languages))
        and (:age::int is null or :age between coalesce(minimum_age, 0) and coalesce(maximum_age, 200))
        and (not :free or available > 0)
        and ((:day::text is null and :time::text is null) or exists (
          select from jsonb_array_elements(hours) h
          where (:day::text is null or coalesce(h ->> 'days', '') ~ ('(^|,)' || :day || '(,|$)'))
            and (:time::text is null or :time::time >= (h ->> 'opens')::time and :time::time < (h ->> 'closes')::time)))
      """;

  private final JdbcClient jdbc;
  private final ResourceRow rows;
  private final Clock clock;

  StoredDirectory(JdbcClient jdbc, ResourceRow rows, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Resource> search(DistrictId district, Search search, int limit) {
    List<Resource> exact = search(district, search, false, limit);
    return exact.isEmpty() && lower(search.words()) != null
        ? search(district, search, true, limit)
        : exact;
  }

  private List<Resource> search(DistrictId district, Search search, boolean nearly, int limit) {
    Optional<MapPoint> near =
        Optional.ofNullable(given(search.place()))
            .flatMap(place -> middleOf(district, place, null));
    return jdbc.sql(MATCH + RANK)
        .param("district", district.value())
        .param("words", lower(search.words()), Types.VARCHAR)
        .param("need", search.need() == null ? null : search.need().name(), Types.VARCHAR)
        .param("place", like(search.place()), Types.VARCHAR)
        .param("language", given(search.language()), Types.VARCHAR)
        .param("age", search.age(), Types.INTEGER)
        .param("nearly", nearly)
        .param("free", search.freePlaces())
        .param("day", given(search.day()), Types.VARCHAR)
        .param("time", search.openAt() == null ? null : search.openAt().toString(), Types.VARCHAR)
        .param("latitude", near.map(MapPoint::latitude).orElse(null), Types.DOUBLE)
        .param("longitude", near.map(MapPoint::longitude).orElse(null), Types.DOUBLE)
        .param("limit", limit)
        .query(rows::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Resource> find(DistrictId district, UUID resource) {
    return jdbc.sql("select * from referrals.resource where district_id = ? and id = ?")
        .params(district.value(), resource)
        .query(rows::read)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Resource> unchecked(DistrictId district, LocalDate since, int limit) {
    return jdbc.sql(
            """
            select * from referrals.resource r
            where district_id = ? and removed_at is null and (status is null or status = 'active')
              and coalesce(greatest(verified_at::date, assured_on), '-infinity') < ?
            order by (select count(*) from referrals.referral where resource_id = r.id) desc,
              greatest(verified_at::date, assured_on) nulls first, name, id
            limit ?
            """)
        .params(district.value(), since, limit)
        .query(rows::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public int size(DistrictId district) {
    return jdbc.sql("select count(*) from referrals.resource where district_id = ?")
        .param(district.value())
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> languages(DistrictId district) {
    return jdbc.sql(
            """
            select distinct unnest(languages) from referrals.resource
            where district_id = ? and removed_at is null
            """)
        .param(district.value())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<MapPoint> middleOf(DistrictId district, String town, @Nullable String zip) {
    return jdbc.sql(
            """
            with point as (
              select (p ->> 'latitude')::float as latitude, (p ->> 'longitude')::float as longitude,
                coalesce(p ->> 'address' like '%' || :zip || '%', false) as zip
              from referrals.resource r cross join jsonb_array_elements(r.places) p
              where r.district_id = :district and r.removed_at is null
                and p ->> 'latitude' is not null and p ->> 'longitude' is not null
                and (lower(p ->> 'area') = lower(:town) or p ->> 'address' like '%' || :zip || '%'))
            select avg(latitude) as latitude, avg(longitude) as longitude
            from point where zip or not exists (select from point where zip) having count(*) > 0
            """)
        .param("district", district.value())
        .param("town", town.strip())
        .param("zip", zip, Types.VARCHAR)
        .query((row, number) -> new MapPoint(row.getDouble(1), row.getDouble(2)))
        .optional();
  }

  @Override
  @Transactional
  public boolean verified(DistrictId district, UUID resource, UserId by) {
    return jdbc.sql(
                """
                update referrals.resource set verified_at = ?, verified_by = ?
                where district_id = ? and id = ?
                """)
            .params(Timestamp.from(clock.instant()), by.value(), district.value(), resource)
            .update()
        == 1;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String lower(@Nullable String text) {
    String given = given(text);
    return given == null ? null : given.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String like(@Nullable String text) {
    String given = given(text);
    return given == null
        ? null
        : "%" + given.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
