package dev.wayfare.publish;

import dev.wayfare.app.Draft;
import dev.wayfare.app.Profile;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.record.RecordChange;
import java.util.List;
import java.util.stream.Stream;

/// What a dry run found: what stands in the way, what would become of stored records and of people
/// in the middle.
///
/// @param confirm names exactly this: it fits no more as soon as the draft, the settings, what is
///     live, a finding or the impact is another
public record Checked(
    List<Finding> findings,
    List<RecordChange> records,
    Differences.Between changes,
    Impact impact,
    int revision,
    String confirm) {

  public boolean publishable() {
    return findings.stream().noneMatch(Finding::blocks);
  }

  /// With what the world outside said too. The token does not speak of that: it may say something
  /// else the next moment.
  Checked with(List<Finding> tried) {
    return new Checked(
        Stream.concat(findings.stream(), tried.stream()).toList(),
        records,
        changes,
        impact,
        revision,
        confirm);
  }

  /// With how it differs from what is live; the token names what that follows from.
  Checked changing(Differences.Between to) {
    return new Checked(findings, records, to, impact, revision, confirm);
  }

  static Checked unreadable(List<Finding> findings, int revision) {
    return new Checked(findings, List.of(), Differences.Between.NONE, Impact.NONE, revision, "");
  }

  static Checked of(
      ReleaseChecks.Result result,
      Impact impact,
      Draft draft,
      Profile profile,
      Deployment place,
      PeoplePolicy people) {
    var seen =
        "r%d %s p%d %s %s %s %s"
            .formatted(
                draft.revision(),
                draft.hash(),
                profile.revision(),
                place.liveRelease(),
                result.findings(),
                impact,
                people);
    return new Checked(
        result.findings(),
        result.records(),
        Differences.Between.NONE,
        impact,
        draft.revision(),
        Fingerprint.hex(seen));
  }
}
