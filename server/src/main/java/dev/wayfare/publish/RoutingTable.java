package dev.wayfare.publish;

import dev.wayfare.app.Slots;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.LiveNumbers.LiveNumber;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Who answers where, as of one moment. Made whole and swapped whole, never changed.
record RoutingTable(
    long change,
    Map<UUID, Manifest> releases,
    Map<UUID, UUID> live,
    List<Row> rows,
    Map<PhoneNumber, Entrance> numbers,
    Map<PhoneNumber, Entrance> calls,
    Map<String, Entrance> links,
    Map<String, Entrance> routes,
    Map<String, Entrance> programs,
    List<LiveNumber> liveNumbers,
    Map<PhoneNumber, CarrierAccount> carriers) {

  static final RoutingTable EMPTY =
      new RoutingTable(
          -1, Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
          List.of(), Map.of());

  /// One live deployment. `held` are the addresses that it has for itself: one that moved to
  /// another deployment since its release was sealed is not among them.
  record Row(
      UUID deployment,
      UUID release,
      OrganizationId organization,
      String app,
      String appTitle,
      String profile,
      String environment,
      Instant liveSince,
      Set<String> held) {
    boolean has(Bound bound) {
      return bound.resource().isEmpty() || held.contains(bound.address());
    }
  }

  static RoutingTable of(
      long change,
      List<Row> rows,
      Map<UUID, Manifest> releases,
      Map<PhoneNumber, CarrierAccount> carriers) {
    var live = new HashMap<UUID, UUID>();
    var known = new ArrayList<Row>();
    var numbers = new HashMap<PhoneNumber, Entrance>();
    var calls = new HashMap<PhoneNumber, Entrance>();
    var links = new HashMap<String, Entrance>();
    var routes = new HashMap<String, Entrance>();
    var programs = new HashMap<String, Entrance>();
    var liveNumbers = new ArrayList<LiveNumber>();
    for (var row : rows) {
      var manifest = releases.get(row.release());
      if (manifest == null) {
        continue;
      }
      live.put(row.deployment(), row.release());
      known.add(row);
      manifest
          .bindings()
          .forEach(
              (slot, bound) -> {
                if (!row.has(bound)) {
                  return;
                }
                var entrance = new Entrance(row.deployment(), row.release(), slot);
                switch (bound) {
                  case Bound.Phone(_, var address) ->
                      (slot.equals(Slots.VOICE) ? calls : numbers)
                          .put(new PhoneNumber(address), entrance);
                  case Bound.Route route -> routes.put(route.address(), entrance);
                  case Bound.Link(var word) -> links.put(word, entrance);
                  case Bound.Programs(_, var word, _) -> programs.put(word, entrance);
                  case Bound.Home(), Bound.Domain _, Bound.Connection _, Bound.Email _ -> {}
                }
              });
      liveNumbers(row, manifest, liveNumbers);
    }
    return new RoutingTable(
        change,
        Map.copyOf(releases),
        Map.copyOf(live),
        List.copyOf(known),
        Map.copyOf(numbers),
        Map.copyOf(calls),
        Map.copyOf(links),
        Map.copyOf(routes),
        Map.copyOf(programs),
        List.copyOf(liveNumbers),
        carriers);
  }

  /// Whether the account of every number that answers is here.
  boolean knowsItsCarriers() {
    return carriers.keySet().containsAll(numbers.keySet())
        && carriers.keySet().containsAll(calls.keySet());
  }

  RoutingTable with(Map<PhoneNumber, CarrierAccount> others) {
    return new RoutingTable(
        change, releases, live, rows, numbers, calls, links, routes, programs, liveNumbers, others);
  }

  /// A number that answers texts and calls is one.
  private static void liveNumbers(Row row, Manifest manifest, List<LiveNumber> found) {
    var texts = number(row, manifest, Slots.TEXT);
    var calls = number(row, manifest, Slots.VOICE);
    Stream.of(texts, calls)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(
            number ->
                found.add(
                    new LiveNumber(
                        row.organization(),
                        number,
                        texts.equals(Optional.of(number)),
                        calls.equals(Optional.of(number)),
                        row.app(),
                        row.appTitle(),
                        row.profile(),
                        row.environment())));
  }

  private static Optional<PhoneNumber> number(Row row, Manifest manifest, String slot) {
    return manifest.bindings().get(slot) instanceof Bound.Phone(_, var address)
            && row.held().contains(address)
        ? Optional.of(new PhoneNumber(address))
        : Optional.empty();
  }
}
