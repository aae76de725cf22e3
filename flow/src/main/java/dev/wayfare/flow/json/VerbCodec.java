package dev.wayfare.flow.json;

import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a call was told, as JSON text: a webhook that comes again gets the same once more. Whoever
/// stores it must seal it: an app may say back what was keyed secretly.
public final class VerbCodec {
  private final ValueCodec values = new ValueCodec();

  public String write(List<Verb> verbs) {
    return values.writeValue(verbs.stream().map(VerbCodec::value).toList());
  }

  public List<Verb> read(String text) {
    return verbs(values.readValue(text));
  }

  private static Map<String, Object> value(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, var ssml, var voice) -> {
        var speak = new LinkedHashMap<String, Object>();
        speak.put("is", "speak");
        speak.put("text", text);
        if (!ssml.isEmpty()) {
          speak.put("ssml", ssml);
        }
        speak.put("voice", voice.name());
        speak.put("language", voice.language());
        yield speak;
      }
      case Verb.Play(var url, var times) ->
          Map.of("is", "play", "url", url, "times", (double) times);
      case Verb.Listen(var prompts, var hearing) ->
          Map.of(
              "is",
              "listen",
              "prompts",
              prompts.stream().map(VerbCodec::value).toList(),
              "hearing",
              value(hearing));
      case Verb.Forward(var to, var ring) ->
          Map.of("is", "forward", "to", to, "ring", ring.toString());
      case Verb.Hold(var pause) -> Map.of("is", "hold", "pause", pause.toString());
      case Verb.HangUp() -> Map.of("is", "hang_up");
    };
  }

  private static Map<String, Object> value(Verb.Hearing hearing) {
    var value = new LinkedHashMap<String, Object>();
    value.put("speech", hearing.speech());
    value.put("keypad", hearing.keypad());
    value.put("digits", (double) hearing.digits());
    value.put("patience", hearing.patience().toString());
    value.put("hints", hearing.hints());
    value.put("barge_in", hearing.bargeIn());
    value.put("secret", hearing.secret());
    value.put("language", hearing.language());
    return value;
  }

  private static List<Verb> verbs(Object value) {
    return list(value).stream().map(VerbCodec::verb).toList();
  }

  private static Verb verb(Object value) {
    var in = new Parts(value);
    return switch (in.text("is")) {
      case "speak" ->
          new Verb.Speak(
              in.text("text"),
              in.text("ssml"),
              new Verb.Voice(in.text("voice"), in.text("language")));
      case "play" -> new Verb.Play(in.text("url"), in.count("times"));
      case "listen" ->
          new Verb.Listen(verbs(in.value("prompts")), hearing(new Parts(in.value("hearing"))));
      case "forward" -> new Verb.Forward(in.text("to"), in.length("ring"));
      case "hold" -> new Verb.Hold(in.length("pause"));
      case "hang_up" -> new Verb.HangUp();
      default -> throw new IllegalArgumentException("no verb is called " + in.text("is"));
    };
  }

  private static Verb.Hearing hearing(Parts in) {
    return new Verb.Hearing(
        in.truth("speech"),
        in.truth("keypad"),
        in.count("digits"),
        in.length("patience"),
        list(in.value("hints")).stream().map(String.class::cast).toList(),
        in.truth("barge_in"),
        in.truth("secret"),
        in.text("language"));
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("a list was expected where what a call was told is kept");
  }

  /// The parts of an object; one that is not there is the empty text.
  private record Parts(Map<?, ?> parts) {
    Parts(Object value) {
      this(value instanceof Map<?, ?> map ? map : Map.of());
    }

    Object value(String name) {
      var value = parts.get(name);
      return value == null ? "" : value;
    }

    String text(String name) {
      return String.valueOf(value(name));
    }

    int count(String name) {
      return value(name) instanceof Double number ? number.intValue() : 0;
    }

    boolean truth(String name) {
      return Boolean.TRUE.equals(value(name));
    }

    Duration length(String name) {
      return Duration.parse(text(name));
    }
  }
}
