package dev.wayfare.publish;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.LiveNumbers.LiveNumber;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who answers where, as of one moment. Made whole and swapped whole, never changed.
record RoutingTable(
    long change,
    Map<UUID, Manifest> releases,
    Map<UUID, UUID> live,
    Map<PhoneNumber, Entrance> numbers,
    Map<String, Entrance> links,
    Map<String, Entrance> routes,
    Map<String, Entrance> programs,
    List<LiveNumber> texting,
    Map<PhoneNumber, CarrierAccount> carriers) {

  static final RoutingTable EMPTY =
      new RoutingTable(
          -1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());

  /// One live deployment.
  record Row(
      UUID deployment,
      UUID release,
      OrganizationId organization,
      String app,
      String profile,
      String environment) {}

  static RoutingTable of(
      long change,
      List<Row> rows,
      Map<UUID, Manifest> releases,
      Map<PhoneNumber, CarrierAccount> carriers) {
    var live = new HashMap<UUID, UUID>();
    var numbers = new HashMap<PhoneNumber, Entrance>();
    var links = new HashMap<String, Entrance>();
    var routes = new HashMap<String, Entrance>();
    var programs = new HashMap<String, Entrance>();
    var texting = new ArrayList<LiveNumber>();
    for (var row : rows) {
      var manifest = releases.get(row.release());
      if (manifest == null) {
        continue;
      }
      live.put(row.deployment(), row.release());
      manifest
          .bindings()
          .forEach(
              (slot, bound) -> {
                var entrance = new Entrance(row.deployment(), row.release(), slot);
                switch (bound) {
                  case Bound.Phone(_, var address) -> {
                    var number = new PhoneNumber(address);
                    numbers.put(number, entrance);
                    texting.add(
                        new LiveNumber(
                            row.organization(),
                            number,
                            row.app(),
                            row.profile(),
                            row.environment()));
                  }
                  case Bound.Route(_, var key) -> routes.put(key, entrance);
                  case Bound.Link(var word) -> links.put(word, entrance);
                  case Bound.Programs(_, var word, _) -> programs.put(word, entrance);
                  case Bound.Home() -> {}
                }
              });
    }
    return new RoutingTable(
        change,
        Map.copyOf(releases),
        Map.copyOf(live),
        Map.copyOf(numbers),
        Map.copyOf(links),
        Map.copyOf(routes),
        Map.copyOf(programs),
        List.copyOf(texting),
        carriers);
  }
}
