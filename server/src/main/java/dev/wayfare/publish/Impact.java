package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// Who is in the middle of a journey, and what a publish means for them.
///
/// @param open how many journeys are open on earlier releases
/// @param places where they stand, most people first
/// @param variables what the next version lacks or has otherwise, in sentences
/// @param forecast what comes of what was chosen for them
public record Impact(long open, List<Place> places, List<String> variables, Forecast forecast) {
  public static final Impact NONE =
      new Impact(0, List.of(), List.of(), new Forecast("keep", 0, List.of()));

  public Impact {
    places = List.copyOf(places);
    variables = List.copyOf(variables);
  }

  /// How it would come out if it were done now.
  ///
  /// @param policy `keep`, `move`, `restart` or `end`
  /// @param takes how many journeys it would move, restart or end
  /// @param stays who would stay as they are, and why
  public record Forecast(String policy, long takes, List<PeopleMove.Kept> stays) {
    public Forecast {
      stays = List.copyOf(stays);
    }
  }

  /// What becomes of a step.
  public enum Fate {
    KEPT,
    CHANGED,
    DELETED,
    /// Its whole flow is gone.
    FLOW_DELETED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param channel `web`, `text` or `voice`
  /// @param place `flows/helper/steps/which`
  public record Place(String channel, String place, int version, Fate fate, long journeys) {}
}
