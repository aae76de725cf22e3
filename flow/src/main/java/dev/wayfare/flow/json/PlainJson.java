package dev.wayfare.flow.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Plain values on a stream of JSON.
///
/// What JSON has no kind for is an object with one key that begins with `$`: a moment is
/// `{"$t": microseconds}` (or its ISO 8601 text where it is finer), a number that is none
/// `{"$n": "NaN"}`. A key of the value's own that begins with `$` gets one more. Nothing (`null`)
/// comes back as the empty text, for no variable ever holds a null.
final class PlainJson {
  private static final String MOMENT = "$t";
  private static final String NO_NUMBER = "$n";

  private PlainJson() {}

  static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Number number -> writeNumber(out, number.doubleValue());
      case Boolean truth -> out.writeBoolean(truth);
      case Instant moment -> {
        out.writeStartObject();
        out.writeName(MOMENT);
        writeMoment(out, moment);
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Map<?, ?> map -> writeMap(out, map);
      default ->
          throw new IllegalArgumentException(
              "a value of " + value.getClass() + " is none a journey can hold");
    }
  }

  static void writeMap(JsonGenerator out, Map<?, ?> map) {
    out.writeStartObject();
    for (var entry : map.entrySet()) {
      var key = entry.getKey().toString();
      out.writeName(key.startsWith("$") ? "$" + key : key);
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }

  private static void writeNumber(JsonGenerator out, double number) {
    if (!Double.isFinite(number)) {
      out.writeStartObject();
      out.writeStringProperty(NO_NUMBER, Double.toString(number));
      out.writeEndObject();
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15 && !minusZero(number)) {
      out.writeNumber((long) number);
    } else {
      out.writeNumber(number);
    }
  }

  private static boolean minusZero(double number) {
    return number == 0 && 1 / number < 0;
  }

  static void writeMoment(JsonGenerator out, Instant moment) {
    if (moment.getNano() % 1000 == 0 && Math.abs(moment.getEpochSecond()) < 1L << 40) {
      out.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    } else {
      out.writeString(moment.toString());
    }
  }

  /// Reads the moment the stream stands at.
  static Instant readMoment(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_STRING
        ? Instant.parse(in.getString())
        : Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS);
  }

  /// Reads the value the stream stands at.
  static Object read(JsonParser in) {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> readList(in);
      case START_OBJECT -> readObject(in);
      case null, default -> "";
    };
  }

  private static List<Object> readList(JsonParser in) {
    var list = new ArrayList<Object>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(in));
    }
    return Collections.unmodifiableList(list);
  }

  private static Object readObject(JsonParser in) {
    var first = in.nextName();
    if (first == null) {
      return Map.of();
    }
    if (first.equals(MOMENT) || first.equals(NO_NUMBER)) {
      in.nextToken();
      Object value = first.equals(MOMENT) ? readMoment(in) : Double.valueOf(in.getString());
      in.nextToken();
      return value;
    }
    return rest(in, first);
  }

  /// Reads the object the stream stands at as a map, whatever its keys are.
  static Map<String, Object> readMap(JsonParser in) {
    return rest(in, in.nextName());
  }

  private static Map<String, Object> rest(JsonParser in, @Nullable String first) {
    var map = new LinkedHashMap<String, Object>();
    for (var name = first; name != null; name = in.nextName()) {
      in.nextToken();
      map.put(name.startsWith("$$") ? name.substring(1) : name, read(in));
    }
    return Collections.unmodifiableMap(map);
  }
}
