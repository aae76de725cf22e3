package dev.wayfare.cli;

import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.play.Rehearsal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The values of a profile as they are given on the command line, over the app's own defaults.
final class GivenProfile {
  private GivenProfile() {}

  static Map<String, Object> of(App app, Map<String, String> given) {
    var values = new LinkedHashMap<>(Rehearsal.defaults(app));
    given.forEach(
        (name, text) -> {
          var declared = app.profileValues().get(name);
          if (declared == null) {
            throw new Refused(
                Refused.Why.USAGE,
                "The app has no profile value \"%s\"; it has %s."
                    .formatted(
                        name,
                        app.profileValues().isEmpty()
                            ? "none"
                            : String.join(", ", app.profileValues().keySet())));
          }
          values.put(name, read(declared, text));
        });
    return values;
  }

  private static Object read(Variable declared, String text) {
    var value = parsed(declared.type(), text);
    if (!ValueTypes.fits(declared.type(), value)) {
      throw new Refused(
          Refused.Why.USAGE,
          "The profile value \"%s\" is %s."
              .formatted(declared.name(), ValueTypes.expected(declared.type())));
    }
    return ValueTypes.plain(declared.type(), value);
  }

  /// What is no text is written as JSON.
  private static Object parsed(Type type, String text) {
    return switch (type) {
      case NUMBER, BOOLEAN, LIST, OBJECT, MONEY, ADDRESS, FILE -> json(text);
      case TEXT, DATE, TIME, MOMENT, EMAIL, PHONE, URL, SECRET, ANY -> text;
    };
  }

  private static Object json(String text) {
    try {
      return new JsonMapper().readValue(text, Object.class);
    } catch (JacksonException notJson) {
      return text;
    }
  }
}
