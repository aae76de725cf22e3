package dev.wayfare.channel;

import java.util.List;
import java.util.Optional;

/// Takes our texts and calls to one kind of carrier. It translates and never decides: no retries,
/// no memory.
public interface Carrier {

  /// Who speaks for accounts of this kind.
  static Optional<Carrier> of(String kind, List<Carrier> carriers) {
    return carriers.stream().filter(each -> each.kind().equals(kind)).findFirst();
  }

  /// The kind of connected account it speaks for, as in [CarrierAccount#kind()].
  String kind();

  SendOutcome send(OutboundText text, CarrierAccount account);

  /// Tries the account's credentials for real, and says what is wrong with them in words for
  /// whoever connected it; nothing is sent to anybody.
  Optional<String> problem(CarrierAccount account);

  /// Gets what came with a text from where the carrier keeps it.
  OutsideHttp.Fetched fetch(String url, CarrierAccount account);

  /// Places a call; what comes of it is told to the [CallDoor]. The same key placed twice rings
  /// once where the carrier can tell; where it cannot, the key stands in [CallEvent#placed()], so
  /// that the second call is known for what it is.
  default SendOutcome placeCall(OutboundCall call, CarrierAccount account) {
    return new SendOutcome.Refused(
        RefusalReason.NOT_ALLOWED, "A " + kind() + " account places no calls.");
  }

  /// How the carrier is told to post to us; empty where it needs no telling.
  default Optional<Wiring> wiring() {
    return Optional.empty();
  }

  /// Sends a marked text or call through our own entrance for this number, as the carrier itself
  /// would; see [Proof].
  ProofOutcome prove(PhoneNumber number, Line line, String mark, CarrierAccount account);
}
