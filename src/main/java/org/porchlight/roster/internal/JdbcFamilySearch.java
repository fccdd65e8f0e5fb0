package org.porchlight.roster.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.porchlight.roster.FamilySearch;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFamilySearch implements FamilySearch {

  private final JdbcClient jdbc;

  JdbcFamilySearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Every word must be part of a student's or a guardian's name; a family whose students are all
   * outside the scope is never listed.
   */
  @Override
  public List<Hit> find(
      DistrictId district, boolean districtWide, Set<SchoolId> schools, String text, int limit) {
    if (!districtWide && schools.isEmpty()) {
      return List.of();
    }
    List<String> words = words(text);
    return jdbc.sql(
            """
            with names as (
              select f.family_id, min(lower(s.last_name)) as sort_name,
                string_agg(distinct lower(s.first_name || ' ' || s.last_name), ' ') || ' ' ||
                coalesce(string_agg(distinct lower(c.first_name || ' ' || c.last_name), ' '), '') as all_names
              from roster.student s
              join roster.family_student f on f.student_id = s.id
              left join roster.contact_link l on l.student_id = s.id
              left join roster.contact c on c.id = l.contact_id and c.removed_at is null
              where s.district_id = :district and s.removed_at is null and (:wide or s.school_id = any(:schools))
              group by f.family_id),
            found as (
              select family_id, sort_name from names n
              where not exists (select from unnest(cast(:words as text[])) w where position(w in n.all_names) = 0)
              order by sort_name, family_id limit :limit)
            select found.family_id, string_agg(
              s.first_name || ' ' || s.last_name || coalesce(' · ' || s.grade, '') || coalesce(' · ' || sc.name, ''),
              ', ' order by s.birth_date, s.first_name) as line
            from found
            join roster.family_student f on f.family_id = found.family_id
            join roster.student s on s.id = f.student_id and s.removed_at is null
            left join roster.school sc on sc.id = s.school_id
            group by found.family_id, found.sort_name order by found.sort_name, found.family_id
            """)
        .param("district", district.value())
        .param("wide", districtWide)
        .param("schools", schools.stream().map(SchoolId::value).toArray(UUID[]::new))
        .param("words", words.toArray(String[]::new))
        .param("limit", Math.clamp(limit, 1, 500))
        .query(
            (row, n) ->
                new Hit(
                    new FamilyId(row.getObject("family_id", UUID.class)), row.getString("line")))
        .list();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", 10)) {
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    return words;
  }
}
