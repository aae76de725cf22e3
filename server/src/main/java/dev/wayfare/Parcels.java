package dev.wayfare;

import dev.wayfare.ParcelService.Delivery;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The parcels of the [ParcelService]: PD-1000 to PD-9999, but for those whose number ends in 7, 8
/// or 9. Each comes in two days, until somebody chooses one of the three days after that.
final class Parcels {
  private static final Set<String> PLACES = Set.of("door", "neighbour", "shop");

  private final InstantSource clock;
  private final Map<String, Delivery> chosen = new ConcurrentHashMap<>();

  Parcels(InstantSource clock) {
    this.clock = clock;
  }

  boolean knows(String order) {
    return order.matches("PD-[1-9][0-9]{2}[0-6]");
  }

  Optional<Delivery> delivery(String order) {
    return Optional.ofNullable(chosen.get(order));
  }

  Map<String, Object> parcel(String order) {
    var delivery = delivery(order);
    var parcel = new LinkedHashMap<String, Object>();
    parcel.put("order", order);
    parcel.put("what", order.endsWith("2") ? "Your lamp" : "Your parcel");
    parcel.put("day", delivery.map(Delivery::day).orElse(today().plusDays(2).toString()));
    parcel.put("days", days());
    parcel.put("place", delivery.map(Delivery::place).orElse(""));
    parcel.put("neighbour", delivery.map(Delivery::neighbour).orElse(""));
    return parcel;
  }

  /// Takes a choice, or says what is wrong with it.
  Optional<String> choose(String order, Delivery wish) {
    if (!days().contains(wish.day())) {
      return Optional.of("The day must be one of " + String.join(", ", days()) + ".");
    }
    if (!PLACES.contains(wish.place())) {
      return Optional.of("The place must be door, neighbour or shop.");
    }
    if (wish.place().equals("neighbour") && wish.neighbour().isBlank()) {
      return Optional.of("The neighbour has no name.");
    }
    chosen.put(order, wish);
    return Optional.empty();
  }

  private List<String> days() {
    return IntStream.rangeClosed(3, 5)
        .mapToObj(ahead -> today().plusDays(ahead).toString())
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
