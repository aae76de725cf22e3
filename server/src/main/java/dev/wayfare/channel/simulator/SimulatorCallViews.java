package dev.wayfare.channel.simulator;

import static dev.wayfare.channel.simulator.SimulatorViews.word;

import dev.wayfare.channel.simulator.CallDoing.Forwarding;
import dev.wayfare.channel.simulator.CallDoing.Holding;
import dev.wayfare.channel.simulator.CallDoing.Listening;
import dev.wayfare.flow.Verb;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What the simulator's API says and hears of calls, as JSON.
final class SimulatorCallViews {

  private SimulatorCallViews() {}

  /// @param doing what the call does now: `nothing`, `listening`, `holding` or `forwarding`
  /// @param hearing how it listens, while it does
  /// @param forward where it is forwarded to, while it is
  /// @param how how it ended, or nothing
  @JsonNaming(SnakeCaseStrategy.class)
  record CallView(
      String id,
      String providerId,
      String phone,
      String other,
      String direction,
      boolean leg,
      String state,
      int step,
      String doing,
      @Nullable HearingView hearing,
      @Nullable ForwardView forward,
      List<LineView> transcript,
      boolean byMachine,
      String how,
      Instant began,
      @Nullable Instant answered,
      @Nullable Instant ended,
      long seconds,
      long changed) {

    static CallView of(SimulatorCall call) {
      return new CallView(
          call.id().toString(),
          call.providerId(),
          call.phone().e164(),
          call.other().e164(),
          word(call.direction()),
          call.legOf().isPresent(),
          word(call.state()),
          call.step(),
          doing(call.doing()),
          call.doing() instanceof Listening(var hearing) ? HearingView.of(hearing) : null,
          call.doing() instanceof Forwarding it ? ForwardView.of(it) : null,
          call.lines().stream().map(LineView::of).toList(),
          call.byMachine(),
          call.how().map(SimulatorViews::word).orElse(""),
          call.began(),
          call.answered().orElse(null),
          call.ended().orElse(null),
          call.ended().map(end -> call.length(end).toSeconds()).orElse(0L),
          call.changed());
    }

    private static String doing(CallDoing doing) {
      return switch (doing) {
        case CallDoing.Nothing _ -> "nothing";
        case Listening _ -> "listening";
        case Holding _ -> "holding";
        case Forwarding _ -> "forwarding";
      };
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record HearingView(
      boolean speech,
      boolean keypad,
      int digits,
      long patienceMs,
      List<String> hints,
      boolean bargeIn,
      boolean secret,
      String language) {

    static HearingView of(Verb.Hearing hearing) {
      return new HearingView(
          hearing.speech(),
          hearing.keypad(),
          hearing.digits(),
          hearing.patience().toMillis(),
          hearing.hints(),
          hearing.bargeIn(),
          hearing.secret(),
          hearing.language());
    }
  }

  /// @param here whether a phone of the simulator has that number
  @JsonNaming(SnakeCaseStrategy.class)
  record ForwardView(String to, long ringMs, boolean here, boolean answered) {
    static ForwardView of(Forwarding forwarding) {
      return new ForwardView(
          forwarding.to(),
          forwarding.ring().toMillis(),
          forwarding.leg().isPresent(),
          forwarding.answered());
    }
  }

  record LineView(String who, String text, String language, Instant at) {
    static LineView of(CallLine line) {
      return new LineView(word(line.who()), line.text(), line.language(), line.at());
    }
  }

  record NewCall(@Nullable String to) {}

  record Speech(@Nullable String text) {}

  record Digits(@Nullable String digits) {

    /// Never the digits: they may be a secret.
    @Override
    public String toString() {
      return "Digits";
    }
  }
}
