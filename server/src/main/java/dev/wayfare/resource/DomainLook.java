package dev.wayfare.resource;

import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a look at a domain found.
///
/// @param record the texts where the proof should be
/// @param leadsTo names and addresses that it leads to
record DomainLook(
    Instant at,
    NameRecords.Answer record,
    List<String> leadsTo,
    Reach reach,
    Optional<Certificates.Life> certificate) {

  DomainLook {
    leadsTo = List.copyOf(leadsTo);
  }

  /// Whether a request to the domain reaches this server.
  sealed interface Reach {
    /// Only the server's own domains are called, so nobody asked yet.
    record Unasked() implements Reach {}

    record Ours() implements Reach {}

    /// A sentence that says what came instead.
    record Astray(String why) implements Reach {}
  }

  /// Whether the proof was there, among whatever else.
  boolean proves(Domain domain) {
    return switch (record) {
      case NameRecords.Answer.Records(var texts) -> texts.contains(domain.proof());
      case NameRecords.Answer.Silent _ -> false;
    };
  }

  /// When something is wrong with a certificate that nobody has renewed: proxies do in the last
  /// third of its life, and this is the last sixth.
  static Instant dueOf(Certificates.Life life) {
    return life.until().minus(Duration.between(life.from(), life.until()).dividedBy(6));
  }

  /// Whether the certificate that was shown should have been another one by then.
  boolean certificateEnds() {
    return certificate.filter(life -> !at.isBefore(dueOf(life))).isPresent();
  }

  /// Nobody answered, which says nothing of whose the name is.
  boolean silent() {
    return record instanceof NameRecords.Answer.Silent;
  }
}
