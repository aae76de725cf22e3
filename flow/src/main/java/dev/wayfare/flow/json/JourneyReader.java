package dev.wayfare.flow.json;

import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one journey from a stream, by the keys that [JourneyCodec] writes.
final class JourneyReader {
  private static final UUID NOBODY = new UUID(0, 0);
  private final JsonParser in;
  private final Sealer sealer;
  private UUID id = NOBODY;
  private String link = "";
  private Contact contact = Contact.UNKNOWN;
  private Map<String, Object> variables = Map.of();
  private List<String> sealed = List.of();
  private Map<Channel, List<Frame>> stacks = Map.of();
  private Map<String, Timer> timers = Map.of();
  private Map<String, Asked> asked = Map.of();
  private List<String> unheard = List.of();
  private Map<String, Object> call = Map.of();
  private Map<String, Object> start = Map.of();
  private Standing standing = Standing.OPEN;
  private Instant began = Instant.EPOCH;
  private Instant expires = Instant.EPOCH;
  private int turn;

  JourneyReader(JsonParser in, Sealer sealer) {
    this.in = in;
    this.sealer = sealer;
  }

  Journey read() {
    in.nextToken();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      field(name);
    }
    if (id.equals(NOBODY)) {
      throw new IllegalArgumentException("a journey without an id cannot be read");
    }
    return new Journey(
        id,
        link,
        contact,
        opened(variables, sealed),
        stacks,
        timers,
        asked,
        unheard,
        call,
        Set.copyOf(sealed),
        start,
        standing,
        began,
        expires,
        turn);
  }

  private void field(String name) {
    switch (name) {
      case "i" -> id = UUID.fromString(in.getString());
      case "l" -> link = in.getString();
      case "c" -> contact = contact();
      case "v" -> variables = PlainJson.readMap(in);
      case "z" -> sealed = texts();
      case "k" -> call = PlainJson.readMap(in);
      case "s" -> stacks = stacks();
      case "t" -> timers = timers();
      case "q" -> asked = asked();
      case "u" -> unheard = texts();
      case "a" -> start = PlainJson.readMap(in);
      case "o" -> standing = Standing.valueOf(in.getString().toUpperCase(Locale.ROOT));
      case "b" -> began = PlainJson.readMoment(in);
      case "x" -> expires = PlainJson.readMoment(in);
      case "n" -> turn = in.getIntValue();
      default -> in.skipChildren();
    }
  }

  private Contact contact() {
    var parts = new LinkedHashMap<String, String>();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      if (in.nextToken() == JsonToken.VALUE_STRING) {
        parts.put(name, in.getString());
      } else {
        in.skipChildren();
      }
    }
    return new Contact(
        parts.getOrDefault("p", ""),
        parts.getOrDefault("e", ""),
        parts.getOrDefault("f", ""),
        parts.getOrDefault("l", ""),
        parts.getOrDefault("n", ""),
        parts.getOrDefault("z", ""));
  }

  private Map<Channel, List<Frame>> stacks() {
    var found = new EnumMap<Channel, List<Frame>>(Channel.class);
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      var channel = channel(name);
      if (channel.isPresent()) {
        found.put(channel.get(), frames());
      } else {
        in.skipChildren();
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private static Optional<Channel> channel(String word) {
    for (var channel : Channel.values()) {
      if (channel.word().equals(word)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  private List<Frame> frames() {
    var frames = new ArrayList<Frame>();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      frames.add(frame());
    }
    return Collections.unmodifiableList(frames);
  }

  private Frame frame() {
    var flow = "";
    var step = "";
    var called = false;
    Map<String, Object> own = Map.of();
    List<String> secret = List.of();
    Map<String, Object> memos = Map.of();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "f" -> flow = in.getString();
        case "s" -> step = in.getString();
        case "c" -> called = in.getBooleanValue();
        case "v" -> own = PlainJson.readMap(in);
        case "z" -> secret = texts();
        case "m" -> memos = PlainJson.readMap(in);
        default -> in.skipChildren();
      }
    }
    return new Frame(flow, step, called, opened(own, secret), Set.copyOf(secret), memos);
  }

  /// Variables as they were before some were sealed.
  private Map<String, Object> opened(Map<String, Object> variables, List<String> secret) {
    if (secret.isEmpty()) {
      return variables;
    }
    var all = new LinkedHashMap<>(variables);
    var codec = new ValueCodec();
    all.replaceAll(
        (name, value) ->
            secret.contains(name) ? codec.readValue(sealer.open(String.valueOf(value))) : value);
    return Collections.unmodifiableMap(all);
  }

  private List<String> texts() {
    return PlainJson.read(in) instanceof List<?> texts
        ? texts.stream().map(String::valueOf).toList()
        : List.of();
  }

  private Map<String, Asked> asked() {
    var found = new LinkedHashMap<String, Asked>();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      found.put(name, oneAsked());
    }
    return Collections.unmodifiableMap(found);
  }

  private Asked oneAsked() {
    var channel = Channel.NONE;
    var depth = 0;
    var step = "";
    var code = "";
    var message = "";
    Optional<Outcome> arrived = Optional.empty();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "c" -> channel = channel(in.getString()).orElse(Channel.NONE);
        case "d" -> depth = in.getIntValue();
        case "s" -> step = in.getString();
        case "v" -> arrived = Optional.of(new Outcome.Done(PlainJson.read(in)));
        case "e" -> code = in.getString();
        case "m" -> message = in.getString();
        default -> in.skipChildren();
      }
    }
    if (!code.isEmpty()) {
      arrived = Optional.of(new Outcome.Failed(code, message));
    }
    return new Asked(channel, depth, step, arrived);
  }

  private Map<String, Timer> timers() {
    var found = new LinkedHashMap<String, Timer>();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      found.put(name, timer());
    }
    return Collections.unmodifiableMap(found);
  }

  private static Map<String, Object> inputs(String opened) {
    var all = new LinkedHashMap<String, Object>();
    if (new ValueCodec().readValue(opened) instanceof Map<?, ?> read) {
      read.forEach((name, value) -> all.put(String.valueOf(name), value));
    }
    return Collections.unmodifiableMap(all);
  }

  private Timer timer() {
    var at = Instant.EPOCH;
    var channel = Channel.NONE;
    var depth = 0;
    var step = "";
    var flow = "";
    var phone = "";
    var body = "";
    var hours = "";
    Map<String, Object> inputs = Map.of();
    Map<String, Object> plan = Map.of();
    var ring = Optional.<Duration>empty();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "a" -> at = PlainJson.readMoment(in);
        case "c" -> channel = channel(in.getString()).orElse(Channel.NONE);
        case "d" -> depth = in.getIntValue();
        case "s" -> step = in.getString();
        case "f" -> flow = in.getString();
        case "i" -> inputs = PlainJson.readMap(in); // as they were written before they were sealed
        case "j" -> inputs = inputs(sealer.open(in.getString()));
        case "p" -> phone = in.getString();
        case "b" -> body = in.getString();
        case "h" -> hours = in.getString();
        case "r" -> ring = Optional.of(Duration.ofSeconds(in.getLongValue()));
        case "k" -> plan = PlainJson.readMap(in);
        default -> in.skipChildren();
      }
    }
    if (!phone.isEmpty()) {
      return new Timer.Text(at, phone, body, hours);
    }
    if (ring.isPresent()) {
      return new Timer.Call(at, flow, inputs, ring.get(), plan, hours);
    }
    return flow.isEmpty()
        ? new Timer.Wake(at, channel, depth, step)
        : new Timer.Run(at, flow, inputs, hours);
  }
}
