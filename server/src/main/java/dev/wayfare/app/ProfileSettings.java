package dev.wayfare.app;

/// How journeys under a profile behave: language tag, IANA time zone, and how long they live.
public record ProfileSettings(String locale, String timeZone, int journeyDays) {
  public static final int MOST_DAYS = 90;
  public static final ProfileSettings READY_MADE = new ProfileSettings("en", "UTC", 30);
}
