package dev.wayfare.preview;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.json.WorldJson;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.flow.request.Mismatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A program calls an api trigger, and is told what is wrong as it would be told.
record ProgramRequest(App app, Rehearsal stage) {
  private static final WorldJson WORLD = new WorldJson();

  @FunctionalInterface
  interface Tell {
    void turn(String by, Journey before, Turn turn);
  }

  void hear(PreviewEvent.RequestEvent request, Tell tell) {
    if (!(app.triggers().get(request.trigger()) instanceof Trigger.Requested trigger)) {
      throw new Unplayable("There is no api trigger " + request.trigger() + ".");
    }
    var payload = request.payload().map(it -> WORLD.read(it.toString())).orElse("");
    var wrong =
        trigger.payload().stream().flatMap(schema -> schema.judge(payload).stream()).toList();
    if (!wrong.isEmpty()) {
      throw new Unplayable(
          wrong.stream().map(ProgramRequest::told).collect(Collectors.joining(" ")));
    }
    var before = stage.journey();
    var turns =
        stage.request(
            trigger.name(), payload, new LinkedHashMap<>(request.parameters().orElse(Map.of())));
    for (var turn : turns) {
      tell.turn("event", before, turn);
      before = turn.journey();
    }
    stage
        .refusal()
        .ifPresent(
            why -> {
              throw new Unplayable("The request is refused: " + why);
            });
  }

  private static String told(Mismatch mismatch) {
    return (mismatch.pointer().isEmpty() ? "The payload" : mismatch.pointer())
        + ": "
        + mismatch.message();
  }
}
