package dev.wayfare.runtime;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.change.Mover;
import dev.wayfare.flow.change.Moving;
import dev.wayfare.flow.change.Restart;
import dev.wayfare.publish.Impact;
import dev.wayfare.publish.PeopleMove.Kept;
import dev.wayfare.publish.PeoplePolicy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is chosen for people in the middle, tried on one journey after the other, and counted. It
/// changes nothing.
final class Fates {
  private static final Kept NOTHING_LIVE =
      new Kept("nothing_live", "", "Nothing is live that they could go on in.", 1);
  private static final Kept ON_CALL =
      new Kept("on_call", "", "The call goes on as it began, and is looked at again.", 1);
  private static final Kept BUSY =
      new Kept("busy", "", "The journey moved on again and again meanwhile.", 1);

  private final PeoplePolicy policy;
  private final Map<Kept, Integer> stays = new LinkedHashMap<>();
  private long takes;
  private boolean later;

  Fates(PeoplePolicy policy) {
    this.policy = policy;
  }

  /// What becomes of one.
  sealed interface Fate {
    record Goes(Moving.Moved moved, Optional<String> words) implements Fate {}

    record Ends(String words) implements Fate {}

    /// It is as it was.
    record Stays() implements Fate {}
  }

  /// @param now what is live; without it nobody goes on anywhere
  Fate of(Stored stored, App old, Optional<App> now) {
    if (policy instanceof PeoplePolicy.Keep) {
      return new Fate.Stays();
    }
    if (stored.journey().standsOn(Channel.VOICE)) {
      return waits(ON_CALL);
    }
    return switch (policy) {
      case PeoplePolicy.End(var words) -> new Fate.Ends(words);
      case PeoplePolicy.Move(var map) when now.isPresent() ->
          fate(Mover.move(stored.journey(), old, now.get(), map), Optional.empty());
      case PeoplePolicy.Restart(var map, var words) when now.isPresent() ->
          fate(Restart.of(stored.journey(), old, now.get(), map), Optional.of(words));
      case PeoplePolicy.Move _, PeoplePolicy.Restart _ -> stays(List.of(NOTHING_LIVE));
      case PeoplePolicy.Keep(), PeoplePolicy.Drain _ -> new Fate.Stays();
    };
  }

  /// Counts one as it would come out if it were done now.
  void of(Stored stored, App old, App now) {
    if (!(of(stored, old, Optional.of(now)) instanceof Fate.Stays)) {
      took();
    }
  }

  void took() {
    takes++;
  }

  /// It gave way to turns of its own.
  void gaveWay() {
    waits(BUSY);
  }

  /// Something is broken with it, and it stays as it is.
  void failed(RuntimeException fault) {
    stays(List.of(new Kept("fault", "", fault.getClass().getSimpleName(), 1)));
  }

  /// Whether some may go on if they are looked at again.
  boolean wantsAnotherLook() {
    return later;
  }

  /// Most people first.
  List<Kept> kept() {
    return stays.entrySet().stream()
        .map(
            it ->
                new Kept(
                    it.getKey().code(), it.getKey().place(), it.getKey().text(), it.getValue()))
        .sorted(Comparator.comparingInt(Kept::journeys).reversed().thenComparing(Kept::place))
        .toList();
  }

  Impact.Forecast forecast() {
    return new Impact.Forecast(word(), takes, kept());
  }

  private String word() {
    return policy.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private Fate fate(Moving moving, Optional<String> words) {
    return switch (moving) {
      case Moving.Moved moved -> new Fate.Goes(moved, words);
      case Moving.NotNow(var reasons) -> {
        later = true;
        yield stays(reasons.stream().map(Fates::kept).toList());
      }
      case Moving.Refused(var reasons) -> stays(reasons.stream().map(Fates::kept).toList());
    };
  }

  private static Kept kept(Moving.Reason reason) {
    return new Kept(
        reason.code().name().toLowerCase(Locale.ROOT), reason.place().path(), reason.text(), 1);
  }

  private Fate waits(Kept why) {
    later = true;
    return stays(List.of(why));
  }

  private Fate stays(List<Kept> why) {
    why.forEach(it -> stays.merge(it, 1, Integer::sum));
    return new Fate.Stays();
  }
}
