package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.Reading;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A person in a browser, before the real engine: opens the starting link, looks at the page, sends
/// it in. The journey is stored and read again between two turns.
final class Visitor {
  static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final YamlDocuments DOCUMENTS =
      new YamlDocuments(new CelLanguage(), StepTypes.ALL);

  private final JourneyCodec codec = new JourneyCodec();
  private final Engine engine;
  private final List<TrailEntry> trail = new ArrayList<>();
  private Journey journey;

  private Visitor(App app) {
    engine = new Engine(app, new Surroundings(Map.of(), "https://go.example.com/u/"));
    journey =
        Journey.begin(
            new UUID(1, 2),
            "link",
            new Contact("", "", "", "", "", "Europe/Berlin"),
            Map.of(),
            NOW,
            NOW.plus(Duration.ofDays(30)));
    turn(new Input.Visited("visit", Map.of()));
  }

  /// Of an app whose only flow is this.
  static Visitor of(String flow) {
    var reading = read(flow);
    assertThat(reading.problems()).isEmpty();
    return new Visitor(reading.app().orElseThrow());
  }

  /// Of an app with one page that holds these controls (YAML list), and a page after it.
  static Visitor asked(String controls) {
    return of(page(controls));
  }

  static Reading read(String flow) {
    return DOCUMENTS.read(
        """
        wayfare: 1
        name: desk
        triggers:
          visit: {type: web, flow: booking}
        flows:
          booking:
        """
            + flow.indent(4));
  }

  static String page(String controls) {
    return """
    channel: web
    start: ask
    steps:
      ask:
        type: page
        title: "Tell us"
        controls:
    """
        + controls.indent(6)
        + """
            next: done
          done:
            type: page
            title: "Thank you"
            controls: []
        """;
  }

  /// One control's YAML as the item of a list.
  static String item(String control) {
    var lines = control.strip().lines().toList();
    return "- "
        + lines.getFirst()
        + "\n"
        + String.join("", lines.stream().skip(1).map(line -> "  " + line + "\n").toList());
  }

  private Turn turn(Input input) {
    var turn = engine.advance(codec.read(codec.write(journey)), input, NOW);
    trail.addAll(turn.trail());
    journey = codec.read(codec.write(turn.journey()));
    assertThat(turn.effects().stream().filter(it -> it.toString().startsWith("Incident")))
        .isEmpty();
    return turn;
  }

  PageView page() {
    return engine.page(journey, NOW).orElseThrow();
  }

  boolean hasPage() {
    return engine.page(journey, NOW).isPresent();
  }

  ControlView control(String id) {
    return all().filter(control -> control.id().equals(id)).findFirst().orElseThrow();
  }

  Stream<ControlView> all() {
    return page().controls().stream().flatMap(Visitor::all);
  }

  private static Stream<ControlView> all(ControlView control) {
    return Stream.concat(Stream.of(control), control.children().stream().flatMap(Visitor::all));
  }

  Set<String> visible(Map<String, List<String>> typed) {
    return engine.visible(journey, page().token(), typed, NOW);
  }

  /// Sends fields (names and values by turns) with no button, as Enter in a field does.
  Visitor send(String... fields) {
    return press(Optional.empty(), page().token(), fields(fields));
  }

  Visitor press(String button, String... fields) {
    return press(Optional.of(button), page().token(), fields(fields));
  }

  Visitor press(Optional<String> button, String token, Map<String, List<String>> fields) {
    turn(new Input.Submitted(token, fields, button));
    return this;
  }

  static Map<String, List<String>> fields(String... pairs) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      var values = new ArrayList<>(fields.getOrDefault(pairs[i], List.of()));
      values.add(pairs[i + 1]);
      fields.put(pairs[i], values);
    }
    return fields;
  }

  /// What a variable of the flow holds; empty when nothing was ever set.
  Optional<Object> variable(String name) {
    return Optional.ofNullable(journey.stack(Channel.WEB).getFirst().variables().get(name));
  }

  Object value(String name) {
    return variable(name).orElseThrow();
  }

  String error(String id) {
    return control(id).error().orElse("");
  }

  String trail() {
    return trail.toString();
  }
}
