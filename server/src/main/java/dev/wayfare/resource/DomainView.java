package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A domain as the API tells it: how far it is and why, which records its owner has to make, and
/// what the last look found.
///
/// @param host in ASCII, as browsers send it; `shown` as people read it
/// @param state `awaiting_dns`, `verified` or `failed`; `reason` says why, in a sentence
/// @param missingSince since when the proof of a verified domain is not found
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DomainView(
    UUID id,
    UUID environment,
    String name,
    String host,
    String shown,
    String state,
    String reason,
    List<RecordView> records,
    ReachView reach,
    CertificateView certificate,
    Optional<Instant> missingSince,
    Optional<Instant> lookedAt,
    Optional<Instant> nextLookAt,
    Instant createdAt,
    List<Use> uses) {

  /// A record in the settings of the domain: what it should be, and what was found.
  ///
  /// @param need why it is needed
  record RecordView(
      String type, String name, String value, String need, boolean good, List<String> found) {}

  /// Whether requests to the domain come here: `unasked`, `ours` or `astray`.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ReachView(String state, Optional<String> why) {}

  /// What the front proxy shows: `unseen`, `good`, `near_its_end` or `ended`.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CertificateView(String state, Optional<Instant> until) {
    static CertificateView of(Optional<Certificates.Life> seen, Instant now) {
      return seen.map(life -> new CertificateView(state(life, now), Optional.of(life.until())))
          .orElseGet(() -> new CertificateView("unseen", Optional.empty()));
    }

    private static String state(Certificates.Life life, Instant now) {
      if (!now.isBefore(life.until())) {
        return "ended";
      }
      return now.isBefore(DomainLook.dueOf(life)) ? "good" : "near_its_end";
    }
  }

  static DomainView of(Domain domain, String target, List<Use> uses, Instant now) {
    var seen = domain.seen();
    return new DomainView(
        domain.id(),
        domain.environment(),
        domain.title(),
        domain.host().ascii(),
        domain.host().shown(),
        domain.state().word(),
        reason(domain),
        List.of(proof(domain), pointer(domain, target)),
        reach(seen.map(DomainLook::reach).orElseGet(DomainLook.Reach.Unasked::new)),
        CertificateView.of(seen.flatMap(DomainLook::certificate), now),
        domain.missingSince(),
        seen.map(DomainLook::at),
        domain.lookAt(),
        domain.createdAt(),
        uses);
  }

  private static RecordView proof(Domain domain) {
    return new RecordView(
        "TXT",
        domain.host().record(),
        domain.proof(),
        "Proves that the domain is yours.",
        domain.seen().filter(it -> it.proves(domain)).isPresent(),
        domain.seen().map(it -> texts(it.record())).orElse(List.of()));
  }

  /// A proxy may have any address, so what counts is whether a request comes here.
  private static RecordView pointer(Domain domain, String target) {
    var found = domain.seen().map(DomainLook::leadsTo).orElse(List.of());
    return new RecordView(
        "CNAME",
        domain.host().ascii(),
        target,
        "Leads customers here. A or AAAA records with the addresses of your front proxy do as well.",
        domain.seen().filter(it -> it.reach() instanceof DomainLook.Reach.Ours).isPresent(),
        found);
  }

  private static List<String> texts(NameRecords.Answer answer) {
    return switch (answer) {
      case NameRecords.Answer.Records(var texts) -> texts;
      case NameRecords.Answer.Silent _ -> List.of();
    };
  }

  private static ReachView reach(DomainLook.Reach reach) {
    return switch (reach) {
      case DomainLook.Reach.Unasked() -> new ReachView("unasked", Optional.empty());
      case DomainLook.Reach.Ours() -> new ReachView("ours", Optional.empty());
      case DomainLook.Reach.Astray(var why) -> new ReachView("astray", Optional.of(why));
    };
  }

  private static String reason(Domain domain) {
    return switch (domain.state()) {
      case AWAITING_DNS -> found(domain) + " The server looks again by itself.";
      case VERIFIED ->
          domain.missingSince().isEmpty()
              ? "Its owner has proven it."
              : found(domain)
                  + " Without it the domain fails %d days after it went missing."
                      .formatted(Domain.PATIENCE.toDays());
      case NEVER_SEEN ->
          found(domain)
              + " The server gave up after %d days. Make the record, then have it verified again."
                  .formatted(Domain.PATIENCE.toDays());
      case LAPSED ->
          found(domain)
              + " It had been missing for %d days. Make it again, then have it verified again."
                  .formatted(Domain.PATIENCE.toDays());
      case TAKEN ->
          "Another organization of this server has proven this name. It has to remove the domain first.";
    };
  }

  /// What was expected and what was found.
  private static String found(Domain domain) {
    var expected =
        "Expected a TXT record %s with the text %s; "
            .formatted(domain.host().record(), domain.proof());
    return domain
        .seen()
        .map(
            it ->
                switch (it.record()) {
                  case NameRecords.Answer.Silent(var why) -> expected + "nothing is known: " + why;
                  case NameRecords.Answer.Records(var texts) ->
                      texts.isEmpty()
                          ? expected + "found none."
                          : expected + "found " + String.join(", ", texts) + ".";
                })
        .orElse(expected + "nobody has looked yet.");
  }
}
