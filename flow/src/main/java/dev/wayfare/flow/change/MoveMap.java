package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What takes the place of what: places of the old app with those of the new, as in
/// `flows/helper/steps/which` → `flows/helper/steps/who`, `flows/helper` → `flows/desk`,
/// `variables/order` → `variables/number`, `flows/helper/variables/order` → `variables/order`.
public record MoveMap(Map<String, String> places) {
  public static final MoveMap NONE = new MoveMap(Map.of());

  public MoveMap {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /// The renames that a comparison has found.
  public static MoveMap of(Changes changes) {
    var places = new LinkedHashMap<String, String>();
    for (var change : changes.all()) {
      if (change.kind() == Change.Kind.RENAMED) {
        var now = change.place().path();
        var section = now.substring(0, now.length() - change.after().length());
        places.put(section + change.before(), now);
      }
    }
    return new MoveMap(places);
  }

  /// Both; where they differ, the other one counts.
  public MoveMap and(MoveMap other) {
    var all = new LinkedHashMap<>(places);
    all.putAll(other.places);
    return new MoveMap(all);
  }

  /// A step of a flow.
  record Spot(String flow, String step) {
    Place place() {
      return new Place("flows/" + flow + "/steps/" + step, 0, 0);
    }

    @Override
    public String toString() {
      return flow + " / " + step;
    }
  }

  /// Whether a step is named itself, not only its flow.
  boolean names(Spot spot) {
    return places.containsKey(spot.place().path());
  }

  /// What stands for a step: another one, or the one of its id in what stands for its flow.
  Spot of(Spot spot) {
    var given = places.get(spot.place().path());
    if (given == null) {
      return new Spot(flow(spot.flow), spot.step);
    }
    var keys = given.split("/");
    return keys.length == 4 ? new Spot(keys[1], keys[3]) : spot;
  }

  String flow(String name) {
    var given = places.get("flows/" + name);
    return given == null ? name : given.substring(given.indexOf('/') + 1);
  }

  /// The place that stands for this one, where one is given.
  Optional<String> given(String path) {
    return Optional.ofNullable(places.get(path));
  }

  /// What is named here and does not exist.
  public List<Moving.Reason> wrong(App old, App now) {
    var wrong = new ArrayList<Moving.Reason>();
    places.forEach(
        (from, to) -> {
          tell(from, old, "older", wrong);
          tell(to, now, "newer", wrong);
          if (!kind(from).equals(kind(to))) {
            wrong.add(reason(from, "`%s` cannot take the place of `%s`.".formatted(to, from)));
          }
        });
    return List.copyOf(wrong);
  }

  private static void tell(String path, App app, String which, List<Moving.Reason> wrong) {
    if (!exists(path.split("/"), app)) {
      wrong.add(reason(path, "There is no `%s` in the %s app.".formatted(path, which)));
    }
  }

  private static Moving.Reason reason(String path, String text) {
    return new Moving.Reason(Moving.Code.MAP_WRONG, new Place(path, 0, 0), text);
  }

  private static String kind(String path) {
    var keys = path.split("/");
    return path.contains("/steps/")
        ? "step"
        : keys[0].equals("flows") && keys.length == 2 ? "flow" : "variable";
  }

  private static boolean exists(String[] keys, App app) {
    if (keys.length == 2) {
      return keys[0].equals("flows") && app.flows().containsKey(keys[1])
          || keys[0].equals("variables") && app.variables().containsKey(keys[1]);
    }
    var flow = keys.length == 4 && keys[0].equals("flows") ? app.flows().get(keys[1]) : null;
    return flow != null && exists(keys[2], keys[3], flow);
  }

  private static boolean exists(String section, String name, Flow flow) {
    return switch (section) {
      case "steps" -> flow.steps().containsKey(name);
      case "variables" -> flow.variables().containsKey(name);
      case "inputs" -> flow.inputs().containsKey(name);
      default -> false;
    };
  }
}
