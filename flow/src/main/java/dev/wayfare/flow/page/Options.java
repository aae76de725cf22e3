package dev.wayfare.flow.page;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.page.ControlView.OptionView;
import dev.wayfare.flow.shape.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be chosen: options written in the document, or made by an expression from a list of
/// texts or of `{value, label, help}`. An answer must be one of those shown now.
record Options(List<Option> written, Optional<Expression> from) {
  private static final int MOST = 500;

  /// One option of the document.
  record Option(String value, Optional<Template> label, Optional<Template> help) {
    Option(Fields in) {
      this(
          in.word("value", "The value the answer gets."),
          in.maybeTemplate("label", "What is read; the value, when left out."),
          in.maybeTemplate("help", "A longer word under it."));
    }
  }

  static Options of(Fields in) {
    var options =
        new Options(
            in.list("options", Option::new, "What can be chosen."),
            in.maybeExpression(
                "options_from",
                Type.LIST,
                "A list of texts or of `{value, label, help}` to choose from, instead of"
                    + " `options`."));
    if (options.written.isEmpty() == options.from.isEmpty()) {
      in.problem(
          options.from.isEmpty() ? Problem.Code.FIELD_MISSING : Problem.Code.FIELD_WRONG,
          "options",
          "Something to choose from is needed, from one place.",
          "Write either `options` or `options_from`.");
    }
    return options;
  }

  /// What can be chosen now, each value once.
  List<OptionView> shown(Sight sight, List<String> chosen) {
    var shown = new LinkedHashMap<String, OptionView>();
    for (var option : written) {
      var label = option.label().map(sight::fill).orElse(option.value());
      put(shown, option.value(), label, sight.fill(option.help()), chosen);
    }
    if (from.isPresent() && sight.value(from.get()) instanceof List<?> items) {
      items.stream().limit(MOST).forEach(item -> made(shown, item, chosen));
    }
    return List.copyOf(shown.values());
  }

  private static void made(
      Map<String, OptionView> shown, @Nullable Object item, List<String> chosen) {
    if (item instanceof Map<?, ?> map) {
      var value = Values.show(map.get("value"));
      var label = Values.show(map.get("label"));
      put(shown, value, label.isEmpty() ? value : label, Values.show(map.get("help")), chosen);
    } else {
      put(shown, Values.show(item), Values.show(item), "", chosen);
    }
  }

  private static void put(
      Map<String, OptionView> shown, String value, String label, String help, List<String> chosen) {
    if (!value.isEmpty()) {
      shown.putIfAbsent(value, new OptionView(value, label, help, chosen.contains(value)));
    }
  }
}
