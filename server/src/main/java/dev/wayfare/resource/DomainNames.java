package dev.wayfare.resource;

import dev.wayfare.channel.OurNames;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.OwnHosts;
import dev.wayfare.http.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Which names are ours. Every request asks, so what the database said is believed for two seconds,
/// and for longer while the database is away.
final class DomainNames implements OurNames, OwnHosts {
  private static final Duration BELIEVED = Duration.ofSeconds(2);
  private static final int MOST = 10_000;
  private static final int LONGEST = 253;

  /// Addresses, and names that no name server of the world has: who uses one stands near by.
  private static final Pattern NEAR_BY =
      Pattern.compile("[^.]*|[0-9.]+|.*:.*|.*\\.localhost", Pattern.DOTALL);

  private record Said(boolean verified, Instant at) {}

  private final PgDomainStore store;
  private final PublicUrl url;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Said> said = new ConcurrentHashMap<>();

  DomainNames(PgDomainStore store, PublicUrl url, InstantSource clock) {
    this.store = store;
    this.url = url;
    this.clock = clock;
  }

  @Override
  public Name of(String host) {
    var name = DomainName.plain(host);
    if (isHome(name)) {
      return new Name.Home();
    }
    return isOurs(name) ? new Name.Domain(name) : new Name.Strange();
  }

  boolean isHome(String name) {
    return name.equals(url.host()) || NEAR_BY.matcher(name).matches();
  }

  /// Whether it is the server's own public name.
  boolean isPublic(String host) {
    return host.equals(url.host());
  }

  @Override
  public boolean isOurs(String host) {
    return host.length() <= LONGEST && verified(host);
  }

  /// After a change by this process: the next one to ask hears the database.
  void forget(DomainName host) {
    said.remove(host.ascii());
  }

  private boolean verified(String host) {
    var now = clock.instant();
    var before = said.get(host);
    if (before != null && now.isBefore(before.at().plus(BELIEVED))) {
      return before.verified();
    }
    try {
      var verified = store.isVerified(host);
      remember(host, new Said(verified, now));
      return verified;
    } catch (RuntimeException fault) {
      if (before != null && Outage.is(fault)) {
        return before.verified();
      }
      throw fault;
    }
  }

  /// Names that strangers make up must not fill the memory.
  private void remember(String host, Said answer) {
    if (said.size() >= MOST) {
      said.clear();
    }
    said.put(host, answer);
  }
}
