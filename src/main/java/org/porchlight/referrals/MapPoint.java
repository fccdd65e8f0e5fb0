package org.porchlight.referrals;

/** A place on the map, in degrees (WGS 84). */
public record MapPoint(double latitude, double longitude) {

  private static final double EARTH_MILES = 3958.8;

  /** As the crow flies. */
  public double milesTo(MapPoint other) {
    double up = Math.toRadians(other.latitude - latitude) / 2;
    double along = Math.toRadians(other.longitude - longitude) / 2;
    double a =
        Math.pow(Math.sin(up), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(along), 2);
    return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
