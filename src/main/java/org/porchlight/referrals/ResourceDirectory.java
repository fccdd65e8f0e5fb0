package org.porchlight.referrals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/** The resources that a district's families can be referred to. */
public interface ResourceDirectory {

  /** The best first, at most {@code limit}. Those that are closed or gone are left out. */
  List<Resource> search(DistrictId district, Search search, int limit);

  Optional<Resource> find(DistrictId district, UUID resource);

  /**
   * Open ones that nobody has checked since then, those first that families were referred to most.
   */
  List<Resource> unchecked(DistrictId district, LocalDate since, int limit);

  /** How many the district has, closed ones too. */
  int size(DistrictId district);

  /** BCP 47 tags of all languages that some resource speaks. */
  List<String> languages(DistrictId district);

  /**
   * Somebody of the program asked, and it is as the directory says. False where there is no such
   * resource.
   */
  boolean verified(DistrictId district, UUID resource, UserId by);

  /**
   * About where a town is: addresses have no coordinates, so the middle of all services there
   * stands for it, of those with the postal code if there are any.
   *
   * @param zip five digits
   */
  Optional<MapPoint> middleOf(DistrictId district, String town, @Nullable String zip);

  /**
   * What to look for; each part may be null or empty, and then does not matter.
   *
   * @param words of name, organization, description, category or place, with typos
   * @param place part of a town, an address or a service area; where it is a town, ten miles around
   * @param language BCP 47, spoken there
   * @param age of whom it is for, in years
   * @param openAt it is open at this hour of some day that {@code day} allows
   * @param day as in iCalendar: {@code MO}
   * @param freePlaces only with places that are free, as far as anybody counts them
   */
  record Search(
      @Nullable String words,
      @Nullable Need need,
      @Nullable String place,
      @Nullable String language,
      @Nullable Integer age,
      @Nullable String day,
      @Nullable LocalTime openAt,
      boolean freePlaces) {

    public static Search of(String words) {
      return new Search(words, null, null, null, null, null, null, false);
    }

    public static Search of(Need need) {
      return new Search(null, need, null, null, null, null, null, false);
    }
  }
}
