package dev.wayfare.publish;

import dev.wayfare.app.Slots;
import dev.wayfare.channel.PublicUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where customers come into a release, as people are shown it. Journey links are never listed.
final class Entrances {
  private final PublicUrl url;

  Entrances(PublicUrl url) {
    this.url = url;
  }

  /// Without those that moved to another deployment since.
  List<LiveEntrance> of(Manifest manifest, Set<String> held) {
    var had = new TreeMap<>(manifest.bindings());
    had.values().removeIf(it -> it.resource().isPresent() && !held.contains(it.address()));
    return of(had);
  }

  List<LiveEntrance> of(Manifest manifest) {
    return of(new TreeMap<>(manifest.bindings()));
  }

  private List<LiveEntrance> of(SortedMap<String, Bound> bindings) {
    var entrances = new ArrayList<LiveEntrance>();
    bindings.forEach(
        (slot, bound) -> {
          switch (bound) {
            case Bound.Phone(_, var number) ->
                entrances.add(
                    slot.equals(Slots.VOICE)
                        ? LiveEntrance.call(number)
                        : LiveEntrance.text(number));
            case Bound.Route _, Bound.Link _ ->
                entrances.add(LiveEntrance.web(slot, bound.url(url)));
            case Bound.Programs(_, _, var ways) ->
                ways.forEach(
                    way ->
                        entrances.add(
                            LiveEntrance.api(
                                way.trigger(),
                                way.method(),
                                url.at(bound.address() + way.path()))));
            case Bound.Home(), Bound.Domain _, Bound.Connection _, Bound.Email _ -> {}
          }
        });
    return List.copyOf(entrances);
  }
}
