package dev.wayfare.resource;

import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords;
import dev.wayfare.connector.ReachOwn;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at domains as the world sees them: what their DNS says, whether a request to them comes
/// here, and how long their certificate is good.
final class DomainLooks {
  /// Answers with the mark of the installation, under any name that is ours.
  private static final String WHICH_SERVER = "/api/v1/server";

  private static final int HTTPS = 443;

  private final NameRecords records;
  private final OwnDoors doors;
  private final Certificates certificates;
  private final PublicUrl url;
  private final ReachOwn way;
  private final Supplier<String> installation;
  private final InstantSource clock;

  DomainLooks(
      NameRecords records,
      OwnDoors doors,
      Certificates certificates,
      PublicUrl url,
      ReachOwn way,
      Supplier<String> installation,
      InstantSource clock) {
    this.records = records;
    this.doors = doors;
    this.certificates = certificates;
    this.url = url;
    this.way = way;
    this.installation = installation;
    this.clock = clock;
  }

  /// What its DNS says of whose it is and where it leads.
  DomainLook dns(Domain domain) {
    return new DomainLook(
        clock.instant(),
        records.texts(domain.host().record()),
        records.leadsTo(domain.host().ascii()),
        new DomainLook.Reach.Unasked(),
        Optional.empty());
  }

  /// And what a request finds. Only for a domain that is verified: whoever claims a name must not
  /// make us call there.
  DomainLook reached(Domain domain, DomainLook dns) {
    return new DomainLook(
        dns.at(), dns.record(), dns.leadsTo(), reach(domain), certificate(domain.host().ascii()));
  }

  private DomainLook.Reach reach(Domain domain) {
    var address = URI.create(url.under(domain.host().ascii()).at(WHICH_SERVER));
    var request = new OwnDoors.Request("GET", address, Map.of(), Map.of());
    return switch (doors.send(request)) {
      case OutsideHttp.Answer.Came came
          when came.status() == 200 && came.body().contains(installation.get()) ->
          new DomainLook.Reach.Ours();
      case OutsideHttp.Answer.Came came ->
          new DomainLook.Reach.Astray(
              "Another server answers there, with status %d.".formatted(came.status()));
      case OutsideHttp.Answer.Missing(var why) -> new DomainLook.Reach.Astray(why);
      case OutsideHttp.Answer.Forbidden(var why) -> new DomainLook.Reach.Astray(why);
    };
  }

  /// Where this server reaches itself past the proxy, it cannot see the proxy's certificate.
  private Optional<Certificates.Life> certificate(String host) {
    var address = URI.create(url.base());
    var port = address.getPort() < 0 ? HTTPS : address.getPort();
    return address.getScheme().equals("https") && way.through().isEmpty()
        ? certificates.shown(host, port)
        : Optional.empty();
  }
}
