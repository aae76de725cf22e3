package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.page.ControlType;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.step.StepType;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The examples of the documentation, each made an app and played: by people who are known and who
/// are not, who say this or that or nothing, and who fill in every page.
public final class PlayedExamples {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final List<String> SAID = List.of("A12345", "3", "yes", "no", "");
  private static final List<Contact> PEOPLE =
      List.of(
          Contact.byPhone("+12025550142"),
          new Contact("+12025550142", "", "Ada", "Lovelace", "Ada Lovelace", "Europe/London"));

  /// What examples lean on without showing it.
  private static final String OTHERS =
      """
        find_order:
          start: known
          inputs: {order: {type: text, required: true}}
          steps:
            known: {type: branch, cases: [{when: "order.matches('[A-Z][0-9]+')", next: day}], otherwise: unknown}
            day: {type: stop, result: {day: "'2026-12-24'"}}
            unknown: {type: raise, code: unknown, message: "No such order"}
        hello_by_text:
          channel: text
          start: hello
          steps: {hello: {type: say, text: "Hello"}}
        nudge_by_text:
          channel: text
          start: nudge
          steps: {nudge: {type: say, text: "Do not forget."}}
        booking:
          channel: web
          start: day
          steps: {day: {type: page, title: "Your day"}}
      """;

  private PlayedExamples() {}

  /// The app around the example of a type of step.
  public static App of(StepType type) {
    return app(type.example());
  }

  /// The app around the example of a type of control.
  public static App of(ControlType type) {
    var asked =
        type.word().equals("text_field") ? "" : "- {type: text_field, id: order, label: Order}\n";
    var lines = type.example().strip().lines().collect(Collectors.joining("\n  "));
    return app(
        """
        channel: web
        start: ask
        steps:
          ask:
            type: page
            title: Tell us
            controls:
        %s
            next: done
          done: {type: page, title: Thank you}
        """
            .formatted((asked + "- " + lines).indent(6)));
  }

  private static App app(String flow) {
    var web = flow.startsWith("channel: web");
    var text = flow.startsWith("channel: text");
    var voice = flow.startsWith("channel: voice");
    var shown = web || text || voice;
    var source =
        "wayfare: 1\nname: example\nanswers: {text: Sorry, web: Sorry, voice: Sorry}\ntriggers:\n"
            + (web ? "  open: {type: web, flow: example}\n" : "")
            + (text ? "  texted: {type: text, flow: example}\n" : "")
            + (voice ? "  called: {type: call, flow: example}\n" : "")
            + (shown ? "" : "  texted: {type: text, flow: caller}\n")
            + "flows:\n"
            + OTHERS
            + (shown ? "" : caller())
            + "  example:\n"
            + flow.indent(4);
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(source);
    if (!reading.problems().isEmpty()) {
      throw new AssertionError(reading.problems() + "\n" + source);
    }
    return reading.app().orElseThrow();
  }

  private static String caller() {
    return """
      caller:
        channel: text
        start: call
        steps:
          call: {type: run, flow: example, into: given, next: tell}
          tell: {type: say, text: "{{ given }}"}
    """;
  }

  /// What happens in all of these plays.
  public static Sightings play(App app) {
    var seen = new Sightings();
    for (var person : PEOPLE) {
      for (var said : SAID) {
        seen.follow(app, watch -> play(app, person, said, watch));
      }
    }
    return seen;
  }

  private static void play(
      App app, Contact person, String said, BiConsumer<Rehearsal, List<Turn>> watch) {
    var play = new Rehearsal(app, Map.of(), person, NOW);
    watch.accept(play, List.of(begin(app, play)));
    for (var i = 0; i < 3; i++) {
      var turns = new ArrayList<Turn>();
      if (!play.asked().isEmpty()) {
        turns.add(play.answer(answer(play.asked().values().iterator().next(), said)));
      }
      if (play.journey().standsOn(Channel.VOICE)) {
        turns.add(onCall(play, said));
      }
      if (play.journey().standsOn(Channel.TEXT) && !said.isEmpty()) {
        turns.add(play.text(said));
      }
      play.page().ifPresent(page -> turns.add(send(play, page)));
      turns.addAll(play.pass(Duration.ofHours(25)));
      watch.accept(play, turns);
    }
  }

  private static Turn begin(App app, Rehearsal play) {
    if (app.called().isPresent()) {
      return play.call("called");
    }
    return app.texted().isPresent() ? play.text("hi") : play.visit("open", Map.of());
  }

  /// Somebody who says nothing is not there to answer either.
  private static Turn onCall(Rehearsal play, String said) {
    if (play.forwards()) {
      return play.forwarded(said.isEmpty() ? Input.CallEnd.NO_ANSWER : Input.CallEnd.COMPLETED);
    }
    return said.isEmpty() ? play.silence() : play.say(said);
  }

  /// The world outside fails for those who say no.
  private static Outcome answer(Request asked, String said) {
    if (said.equals("no")) {
      return new Outcome.Failed("OUTSIDE", "it failed");
    }
    return new Outcome.Done(
        switch (asked) {
          case Request.Http _ ->
              Values.object("status", 200d, "headers", Map.of(), "body", Map.of("day", "today"));
          case Request.Email _ -> Map.of("id", "1@example.com");
          case Request.Media _ ->
              Values.object("id", "1", "name", "photo.jpeg", "type", "image/jpeg", "size", 9d);
          case Request.File(var kind, var file, _, _) ->
              kind == Request.File.Work.LINK ? Map.of("url", "https://example.com/f/1") : file;
          case Request.Insert(_, var values) -> values;
          case Request.Upsert(_, _, var values) -> values;
          case Request.Update _, Request.Delete _ -> Map.of("count", 1d);
          case Request.Query _ -> Values.object("items", List.of(), "count", 0d, "more", false);
        });
  }

  private static Turn send(Rehearsal play, PageView page) {
    return play.submit(
        Filled.in(page, LocalDate.ofInstant(play.now(), ZoneOffset.UTC)), Optional.empty());
  }
}
