package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Turn;
import java.util.List;
import java.util.stream.Stream;

/// What came of moving a journey. One that was not moved is as it was, on the app it was on.
public sealed interface Moving {

  /// It stands in the new app. The engine goes on with [dev.wayfare.flow.Input.Moved]; what that
  /// turn does comes after `effects`.
  record Moved(Journey journey, List<Effect> effects, List<Note> notes) implements Moving {
    public Moved {
      effects = List.copyOf(effects);
      notes = List.copyOf(notes);
    }

    /// The move and the turn that followed it, as one to be remembered.
    public Turn with(Turn shown) {
      var all = Stream.concat(effects.stream(), shown.effects().stream()).toList();
      return new Turn(shown.journey(), all, List.<TrailEntry>copyOf(shown.trail()));
    }
  }

  /// It waits for something that soon comes by itself; it can be moved after that.
  record NotNow(List<Reason> reasons) implements Moving {
    public NotNow {
      reasons = List.copyOf(reasons);
    }
  }

  /// It cannot be moved as things are. All reasons are told at once.
  record Refused(List<Reason> reasons) implements Moving {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// Something that happened on the way, for those who look: on which channel (`NONE` for what
  /// belongs to none), at which place of the old app, in a sentence.
  record Note(What what, Channel channel, Place place, String text) {}

  enum What {
    /// It keeps waiting where it was, and the person notices nothing.
    KEPT,
    /// It is at the same step, which begins again.
    BEGINS_AGAIN,
    /// It stands at another step, which begins.
    ELSEWHERE,
    TIMER_DROPPED,
    ANSWER_DROPPED,
    VARIABLE_DROPPED,
    /// A flow that would have run after a call is gone.
    PLAN_DROPPED,
    /// A channel on which nothing stands any more.
    LEFT
  }

  /// Why not: where, and in a sentence.
  record Reason(Code code, Place place, String text) {}

  /// Stable for ever: codes are added, never renamed.
  enum Code {
    /// The journey is over.
    OVER,
    /// A step waits for an answer from the world outside.
    WAITS_OUTSIDE,
    /// The flow in which it stands does not exist, or is of another channel.
    FLOW_GONE,
    /// A variable is of another type, and its value cannot become one of it without loss.
    VARIABLE_TYPE,
    /// The map names something that does not exist.
    MAP_WRONG,
    /// No trigger starts a flow in which it could begin anew.
    NO_ENTRANCE
  }
}
