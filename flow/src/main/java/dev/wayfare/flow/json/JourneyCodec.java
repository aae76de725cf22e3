package dev.wayfare.flow.json;

import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Journeys as compact JSON: on the way of every turn, so without reflection and with short keys.
/// What a newer server added is skipped, what says nothing (an open standing, no timers) is left
/// out. Sealed are the values of secret variables, and what flows that run later begin with, for
/// nothing says which of that is secret.
public final class JourneyCodec {
  private final JsonDoor door = new JsonDoor();
  private final ValueCodec secrets = new ValueCodec();
  private final Sealer sealer;

  /// For journeys that are stored nowhere: their secrets stand in it as they are.
  public JourneyCodec() {
    this(Sealer.NONE);
  }

  public JourneyCodec(Sealer sealer) {
    this.sealer = sealer;
  }

  public String write(Journey journey) {
    var text = new StringWriter(512);
    try (var out = door.writer(text)) {
      write(out, journey);
    }
    return text.toString();
  }

  /// The same as UTF-8.
  public byte[] bytes(Journey journey) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = door.writer(bytes)) {
      write(out, journey);
    }
    return bytes.toByteArray();
  }

  public Journey read(String text) {
    try (var in = door.reader(text)) {
      return new JourneyReader(in, sealer).read();
    }
  }

  public Journey read(byte[] bytes) {
    try (var in = door.reader(bytes)) {
      return new JourneyReader(in, sealer).read();
    }
  }

  private void write(JsonGenerator out, Journey journey) {
    out.writeStartObject();
    out.writeStringProperty("i", journey.id().toString());
    out.writeStringProperty("l", journey.link());
    contact(out, journey.contact());
    values(out, journey.variables(), journey.secrets());
    stacks(out, journey.stacks());
    timers(out, journey.timers());
    asked(out, journey.asked());
    if (!journey.unheard().isEmpty()) {
      out.writeName("u");
      PlainJson.write(out, journey.unheard());
    }
    values(out, "k", journey.call());
    values(out, "a", journey.start());
    if (journey.standing() != Standing.OPEN) {
      out.writeStringProperty("o", journey.standing().name().toLowerCase(Locale.ROOT));
    }
    out.writeName("b");
    PlainJson.writeMoment(out, journey.began());
    out.writeName("x");
    PlainJson.writeMoment(out, journey.expires());
    out.writeNumberProperty("n", journey.turn());
    out.writeEndObject();
  }

  private static void contact(JsonGenerator out, Contact contact) {
    out.writeName("c");
    out.writeStartObject();
    said(out, "p", contact.phone());
    said(out, "e", contact.email());
    said(out, "f", contact.firstName());
    said(out, "l", contact.lastName());
    said(out, "n", contact.fullName());
    said(out, "z", contact.timeZone());
    out.writeEndObject();
  }

  private static void said(JsonGenerator out, String key, String value) {
    if (!value.isEmpty()) {
      out.writeStringProperty(key, value);
    }
  }

  /// Variables, the secret ones sealed where they stand, and which those are.
  private void values(JsonGenerator out, Map<String, Object> all, Set<String> secret) {
    if (secret.isEmpty()) {
      values(out, "v", all);
      return;
    }
    var written = new LinkedHashMap<String, Object>();
    all.forEach(
        (name, value) ->
            written.put(
                name, secret.contains(name) ? sealer.seal(secrets.writeValue(value)) : value));
    values(out, "v", written);
    out.writeName("z");
    PlainJson.write(out, all.keySet().stream().filter(secret::contains).toList());
  }

  private void inputs(JsonGenerator out, Map<String, Object> inputs) {
    if (!inputs.isEmpty()) {
      out.writeStringProperty("j", sealer.seal(secrets.writeValue(inputs)));
    }
  }

  private static void values(JsonGenerator out, String key, Map<String, Object> values) {
    if (!values.isEmpty()) {
      out.writeName(key);
      PlainJson.writeMap(out, values);
    }
  }

  private void stacks(JsonGenerator out, Map<Channel, List<Frame>> stacks) {
    if (stacks.isEmpty()) {
      return;
    }
    out.writeName("s");
    out.writeStartObject();
    for (var stack : stacks.entrySet()) {
      out.writeName(stack.getKey().word());
      out.writeStartArray();
      stack.getValue().forEach(frame -> frame(out, frame));
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void frame(JsonGenerator out, Frame frame) {
    out.writeStartObject();
    out.writeStringProperty("f", frame.flow());
    out.writeStringProperty("s", frame.step());
    if (frame.called()) {
      out.writeBooleanProperty("c", true);
    }
    values(out, frame.variables(), frame.secrets());
    values(out, "m", frame.memos());
    out.writeEndObject();
  }

  private static void asked(JsonGenerator out, Map<String, Asked> asked) {
    if (asked.isEmpty()) {
      return;
    }
    out.writeName("q");
    out.writeStartObject();
    for (var each : asked.entrySet()) {
      out.writeName(each.getKey());
      out.writeStartObject();
      out.writeStringProperty("c", each.getValue().channel().word());
      out.writeNumberProperty("d", each.getValue().depth());
      out.writeStringProperty("s", each.getValue().step());
      if (each.getValue().arrived().isPresent()) {
        switch (each.getValue().arrived().get()) {
          case Outcome.Done(var value) -> {
            out.writeName("v");
            PlainJson.write(out, value);
          }
          case Outcome.Failed(var code, var message) -> {
            out.writeStringProperty("e", code);
            out.writeStringProperty("m", message);
          }
        }
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void timers(JsonGenerator out, Map<String, Timer> timers) {
    if (timers.isEmpty()) {
      return;
    }
    out.writeName("t");
    out.writeStartObject();
    for (var timer : timers.entrySet()) {
      out.writeName(timer.getKey());
      out.writeStartObject();
      out.writeName("a");
      PlainJson.writeMoment(out, timer.getValue().at());
      switch (timer.getValue()) {
        case Timer.Wake(_, var channel, var depth, var step) -> {
          out.writeStringProperty("c", channel.word());
          out.writeNumberProperty("d", depth);
          out.writeStringProperty("s", step);
        }
        case Timer.Run(_, var flow, var inputs, var hours) -> {
          out.writeStringProperty("f", flow);
          inputs(out, inputs);
          said(out, "h", hours);
        }
        case Timer.Call(_, var flow, var inputs, var ring, var plan, var hours) -> {
          out.writeStringProperty("f", flow);
          inputs(out, inputs);
          out.writeNumberProperty("r", ring.toSeconds());
          values(out, "k", plan);
          said(out, "h", hours);
        }
        case Timer.Text(_, var to, var body, var hours) -> {
          out.writeStringProperty("p", to);
          out.writeStringProperty("b", body);
          said(out, "h", hours);
        }
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
