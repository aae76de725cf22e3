package dev.wayfare.app;

/// How journeys under a profile behave.
///
/// @param locale a language tag
/// @param timeZone an IANA time zone
/// @param journeyDays how long they live
/// @param linkLength how many characters the word in a journey's link has: a longer one is harder
///     to guess, a shorter one leaves more of a text for its words
/// @param retentionDays how long what is known of them is kept after their end
/// @param expiredPage what their page says once their time is over
public record ProfileSettings(
    String locale,
    String timeZone,
    int journeyDays,
    int linkLength,
    int retentionDays,
    ExpiredPage expiredPage) {
  public static final int MOST_DAYS = 90;

  /// 71 bits, which nobody guesses in a journey's life.
  public static final int LEAST_LINK = 12;

  public static final int MOST_LINK = 43;
  public static final int MOST_RETENTION = 3_650;
  public static final int USUAL_LINK = 21;
  public static final int USUAL_RETENTION = 365;

  public static final ProfileSettings READY_MADE =
      new ProfileSettings("en", "UTC", 30, USUAL_LINK, USUAL_RETENTION, ExpiredPage.OURS);

  /// Either may be empty: our own words then. `text` is Markdown.
  public record ExpiredPage(String title, String text) {
    public static final ExpiredPage OURS = new ExpiredPage("", "");
  }
}
