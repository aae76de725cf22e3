package dev.wayfare.channel;

import java.util.Optional;
import java.util.UUID;

/// What came of a marked request through an entrance.
public sealed interface ProofOutcome {

  /// Some release answered.
  ///
  /// @param trouble the code of what went wrong on its first turn, if anything did
  record Answered(UUID release, Optional<String> trouble) implements ProofOutcome {}

  /// Something answered, and it was no release of ours: a sentence that says what.
  record Stranger(String what) implements ProofOutcome {}

  /// Nobody answered: a sentence that says why.
  record Silent(String why) implements ProofOutcome {}

  /// Reads the answer to a marked request over HTTP.
  static ProofOutcome of(OutsideHttp.Answer answer) {
    return switch (answer) {
      case OutsideHttp.Answer.Came came -> of(came);
      case OutsideHttp.Answer.Missing(var why) -> new Silent(why);
      case OutsideHttp.Answer.Forbidden(var why) -> new Silent(why);
    };
  }

  private static ProofOutcome of(OutsideHttp.Answer.Came came) {
    var release = came.header(Proof.RELEASE);
    if (release.isEmpty()) {
      return new Stranger(
          "Status %d came back, and not from the release that is to go live."
              .formatted(came.status()));
    }
    try {
      return new Answered(UUID.fromString(release.get()), came.header(Proof.TROUBLE));
    } catch (IllegalArgumentException _) {
      return new Stranger("Another server answered.");
    }
  }
}
