package dev.wayfare.channel;

import java.util.List;
import java.util.Optional;

/// A text that a customer sent to one of our numbers.
///
/// @param providerId the carrier's own id of the text: the same id is the same text, however often
///     it is posted
/// @param answeredByCarrier the word the carrier has already acted on and answered, so that we stay
///     silent
public record InboundText(
    String carrier,
    PhoneNumber from,
    PhoneNumber to,
    String body,
    List<Media> media,
    String providerId,
    Optional<OptWord> answeredByCarrier) {

  public InboundText {
    media = List.copyOf(media);
  }

  /// Never the customer's words.
  @Override
  public String toString() {
    return "InboundText[" + carrier + " " + providerId + " to " + to + "]";
  }
}
