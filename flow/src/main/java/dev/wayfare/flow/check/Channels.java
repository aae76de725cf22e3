package dev.wayfare.flow.check;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.step.StepType.Trait;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// A flow is only ever begun where its channel can be.
final class Channels implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var trigger : app.app().triggers().values()) {
      var place = app.place("triggers/" + trigger.name() + "/flow");
      switch (trigger) {
        case Trigger.Texted _ ->
            need(app, trigger.flow(), Channel.TEXT, "An incoming text", place, tell);
        case Trigger.Called called -> {
          need(app, trigger.flow(), Channel.VOICE, "An incoming call", place, tell);
          called
              .hungUp()
              .ifPresent(
                  flow ->
                      offTheCall(
                          app, flow, app.place("triggers/" + trigger.name() + "/hung_up"), tell));
        }
        case Trigger.Visited _ -> need(app, trigger.flow(), Channel.WEB, "A visit", place, tell);
        case Trigger.Scheduled _ -> nobodyThere(app, trigger.flow(), place, tell);
        case Trigger.Requested _ -> notOnACall(app, trigger.flow(), place, tell);
      }
    }
    for (var reference : app.app().references()) {
      switch (reference.kind()) {
        case RUN -> run(app, reference, tell);
        case FLOW -> begin(app, reference, tell);
        case FLOW_STEP ->
            need(app, flowOf(reference), Channel.WEB, "A page", reference.place(), tell);
        case EXIT, HOURS, SETS, READS -> {}
      }
    }
  }

  /// Nobody is on the line when a program asks.
  private static void notOnACall(Graph app, String name, Place place, Consumer<Problem> tell) {
    refuse(
        app,
        name,
        channel -> channel == Channel.VOICE,
        place,
        tell,
        _ ->
            "A request needs a flow of channel text, web or none, and `%s` is of channel voice."
                .formatted(name),
        _ -> "Name a data flow that calls the contact with a `start` step.");
  }

  private static String flowOf(Reference reference) {
    return reference.target().substring(0, reference.target().indexOf('/'));
  }

  private static void run(Graph app, Reference reference, Consumer<Problem> tell) {
    var from = app.app().flows().get(reference.flow());
    var to = app.app().flows().get(reference.target());
    if (from != null
        && to != null
        && to.channel() != Channel.NONE
        && to.channel() != from.channel()) {
      tell.accept(
          Problem.error(
              Code.FLOW_WRONG_CHANNEL,
              reference.place(),
              "A flow of channel %s cannot run `%s`, which is of channel %s."
                  .formatted(from.channel().word(), to.name(), to.channel().word()),
              "Run a flow of channel %s or a data flow%s."
                  .formatted(from.channel().word(), others(app, to, from.channel()))));
    }
  }

  private static void begin(Graph app, Reference reference, Consumer<Problem> tell) {
    var flow = app.app().flows().get(reference.flow());
    if (flow == null && reference.flow().isEmpty() && !Graph.isLink(reference)) {
      return; // a trigger's, judged by what it is
    }
    if (Graph.isLink(reference)) {
      need(app, reference.target(), Channel.WEB, "A link", reference.place(), tell);
    } else if (flow == null || !Graph.isNamed(reference)) {
      offTheCall(app, reference.target(), reference.place(), tell);
    } else if (app.has(flow, reference.step(), Trait.TO_PHONE)) {
      toPhone(app, flow, reference, tell);
    } else if (app.has(flow, reference.step(), Trait.TO_WEB)) {
      need(app, reference.target(), Channel.WEB, "This step", reference.place(), tell);
    } else {
      offTheCall(app, reference.target(), reference.place(), tell);
    }
  }

  /// A text flow, or a call; no call is placed from a call.
  private static void toPhone(Graph app, Flow from, Reference reference, Consumer<Problem> tell) {
    var to = app.app().flows().get(reference.target());
    if (to != null && to.channel() == Channel.VOICE && from.channel() != Channel.VOICE) {
      return;
    }
    if (to != null && to.channel() == Channel.VOICE) {
      tell.accept(
          Problem.error(
              Code.FLOW_WRONG_CHANNEL,
              reference.place(),
              "A call cannot begin another call with the contact, and `%s` is a flow of calls."
                  .formatted(to.name()),
              "`run` it, or start it once the call is over, from a flow in `hung_up`."));
      return;
    }
    need(app, reference.target(), Channel.TEXT, "This step", reference.place(), tell);
  }

  /// What begins by itself, or once a call is over, has nobody on the line.
  private static void offTheCall(Graph app, String name, Place place, Consumer<Problem> tell) {
    refuse(
        app,
        name,
        channel -> channel == Channel.VOICE,
        place,
        tell,
        _ -> "Nobody is on the line here, and `%s` is a flow of calls.".formatted(name),
        _ -> "Name a flow of another channel; one that calls the contact begins with `start`.");
  }

  private static void need(
      Graph app, String name, Channel channel, String who, Place place, Consumer<Problem> tell) {
    refuse(
        app,
        name,
        found -> found != channel,
        place,
        tell,
        flow ->
            "%s needs a flow of channel %s, and `%s` is of channel %s."
                .formatted(who, channel.word(), name, flow.channel().word()),
        flow ->
            "Name a flow of channel %s%s.".formatted(channel.word(), others(app, flow, channel)));
  }

  /// Tells of a flow that is there and of the wrong channel.
  private static void refuse(
      Graph app,
      String name,
      Predicate<Channel> wrong,
      Place place,
      Consumer<Problem> tell,
      Function<Flow, String> text,
      Function<Flow, String> wayOut) {
    Optional.ofNullable(app.app().flows().get(name))
        .filter(flow -> wrong.test(flow.channel()))
        .ifPresent(
            flow ->
                tell.accept(
                    Problem.error(
                        Code.FLOW_WRONG_CHANNEL, place, text.apply(flow), wayOut.apply(flow))));
  }

  private static void nobodyThere(Graph app, String name, Place place, Consumer<Problem> tell) {
    refuse(
        app,
        name,
        channel -> channel != Channel.NONE,
        place,
        tell,
        flow ->
            "A schedule has no contact, so it needs a data flow, and `%s` is of channel %s."
                .formatted(name, flow.channel().word()),
        flow ->
            "Name a data flow%s. It can find people in `records` and `identify` one."
                .formatted(others(app, flow, Channel.NONE)));
  }

  private static String others(Graph app, Flow wrong, Channel channel) {
    var others =
        app.app().flows().values().stream()
            .filter(flow -> flow.channel() == channel && !flow.name().equals(wrong.name()))
            .map(Flow::name)
            .sorted()
            .limit(5)
            .toList();
    return others.isEmpty() ? "; there is none yet" : ", like " + Graph.listed(others);
  }
}
