package dev.wayfare.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a publisher wants beside the content.
///
/// @param take addresses that are live elsewhere and move over in the same switch
/// @param accepted warnings that do not hold it up, each with a reason that is kept
/// @param people what becomes of those who are in the middle of a journey
/// @param confirm the token of the dry run that was looked at; a publish with one is refused when
///     anything moved since
public record ReleaseWish(
    String note,
    Set<String> take,
    List<Accepted> accepted,
    AlertRules alerts,
    PeoplePolicy people,
    Optional<String> confirm) {

  public ReleaseWish {
    take = Set.copyOf(take);
    accepted = List.copyOf(accepted);
  }

  public static ReleaseWish noted(String note) {
    return new ReleaseWish(
        note, Set.of(), List.of(), AlertRules.NONE, PeoplePolicy.keep(), Optional.empty());
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
}
