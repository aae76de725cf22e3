package dev.wayfare.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a publisher wants beside the content.
///
/// @param take addresses that are live elsewhere and move over in the same switch
/// @param accepted warnings that do not hold it up, each with a reason that is kept
/// @param confirm the token of the dry run that was looked at; a publish with one is refused when
///     anything moved since
public record ReleaseWish(
    String note,
    Set<String> take,
    List<Accepted> accepted,
    AlertRules alerts,
    People people,
    Optional<String> confirm) {

  public ReleaseWish {
    take = Set.copyOf(take);
    accepted = List.copyOf(accepted);
  }

  public static ReleaseWish noted(String note) {
    return new ReleaseWish(
        note, Set.of(), List.of(), AlertRules.NONE, People.KEPT, Optional.empty());
  }

  ReleaseWish withAlerts(AlertRules other) {
    return new ReleaseWish(note, take, accepted, other, people, confirm);
  }

  /// A warning by its code; `place` empty for all of that code, `code` empty for every warning.
  public record Accepted(String code, String place, String reason) {
    boolean covers(Finding finding) {
      return (code.isEmpty() || code.equals(finding.code()))
          && (place.isEmpty() || place.equals(finding.place()));
    }
  }

  /// What becomes of people who are in the middle of a journey on an earlier release.
  ///
  /// @param until for `drain`: when those who are left are moved or their journeys end
  /// @param then for `drain`: what happens then
  /// @param message for `restart` and for journeys that end: what people are told
  /// @param map for `move`: from a place of the old version to one of the new,
  ///     `flows/helper/steps/which`
  public record People(
      Policy policy, Optional<Instant> until, Then then, String message, Map<String, String> map) {
    public static final People KEPT =
        new People(Policy.KEEP, Optional.empty(), Then.END, "", Map.of());

    public People {
      map = Map.copyOf(map);
    }
  }

  public enum Policy {
    KEEP,
    MOVE,
    DRAIN,
    RESTART
  }

  public enum Then {
    MOVE,
    END
  }
}
