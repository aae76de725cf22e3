package dev.wayfare.publish;

import dev.wayfare.app.Slots;
import dev.wayfare.channel.PublicUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Where customers come into a release, as people are shown it. Journey links are never listed.
final class Entrances {
  private final PublicUrl url;

  Entrances(PublicUrl url) {
    this.url = url;
  }

  List<LiveEntrance> of(Manifest manifest) {
    var entrances = new ArrayList<LiveEntrance>();
    new TreeMap<>(manifest.bindings())
        .forEach(
            (slot, bound) -> {
              switch (bound) {
                case Bound.Phone(_, var number) ->
                    entrances.add(
                        slot.equals(Slots.VOICE)
                            ? LiveEntrance.call(number)
                            : LiveEntrance.text(number));
                case Bound.Route _, Bound.Link _ ->
                    entrances.add(LiveEntrance.web(slot, url.at(bound.address())));
                case Bound.Programs(_, _, var ways) ->
                    ways.forEach(
                        way ->
                            entrances.add(
                                LiveEntrance.api(
                                    way.trigger(),
                                    way.method(),
                                    url.at(bound.address() + way.path()))));
                case Bound.Home(), Bound.Connection _, Bound.Email _ -> {}
              }
            });
    return List.copyOf(entrances);
  }
}
