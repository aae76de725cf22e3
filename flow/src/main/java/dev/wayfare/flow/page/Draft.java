package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The raw values of a page while it is being answered: what was typed, by the name of its field,
/// and how many items each list has.
final class Draft {
  private static final int MOST_VALUES = 500;
  private static final int LONGEST_VALUE = 25_000;
  private static final int LONGEST_ALL = 60_000;

  private Draft() {}

  /// What a page starts with: the draft it was left with, or else earlier answers as they would be
  /// typed. Sensitive ones stay unseen; a zero is shown where it was answered (`zeros`).
  static Map<String, List<String>> first(
      List<Control> controls, Sight sight, Map<String, List<String>> draft, List<String> zeros) {
    if (!draft.isEmpty()) {
      return draft;
    }
    var first = new LinkedHashMap<String, List<String>>();
    start(controls, Spot.page(sight, Map.of()), sight::find, zeros, first);
    return first;
  }

  private static void start(
      List<Control> controls,
      Spot at,
      Function<String, Optional<Object>> known,
      List<String> zeros,
      Map<String, List<String>> draft) {
    at.each(
        controls,
        (control, spot) -> {
          switch (control) {
            case Asked asked -> {
              if (!asked.question().sensitive()) {
                known
                    .apply(asked.question().into())
                    .filter(
                        value ->
                            zeros.contains(spot.path())
                                || !value.equals(Values.empty(asked.type())))
                    .ifPresent(value -> asked.write(value, spot.path(), draft));
              }
            }
            case Group group -> start(group.controls(), spot, known, zeros, draft);
            case ListEntry list -> start(list, spot, known, zeros, draft);
            case Display _, Button _, ListShown _ -> {}
          }
        });
  }

  private static void start(
      ListEntry list,
      Spot spot,
      Function<String, Optional<Object>> known,
      List<String> zeros,
      Map<String, List<String>> draft) {
    var items =
        list.question().sensitive()
            ? List.of()
            : known.apply(list.question().into()).orElse(List.of()) instanceof List<?> found
                ? found
                : List.of();
    var count = Math.clamp(items.size(), list.least(), Math.max(list.least(), list.most()));
    draft.put(ListEntry.countField(spot.path()), List.of(Integer.toString(count)));
    for (int i = 0; i < Math.min(items.size(), count); i++) {
      if (items.get(i) instanceof Map<?, ?> item) {
        start(
            list.controls(),
            spot.item(i, list.as(), item),
            name -> Optional.ofNullable(item.get(name)),
            zeros,
            draft);
      }
    }
  }

  /// What of a submission belongs to this page: the fields it has, cleaned and cut to size. How
  /// many items there are is taken from the draft. Empty when it is too much altogether.
  static Optional<Map<String, List<String>>> taken(
      List<Control> controls,
      Sight sight,
      Map<String, List<String>> sent,
      Map<String, List<String>> draft) {
    var taken = new LinkedHashMap<String, List<String>>();
    var spot = Spot.page(sight, draft);
    visit(
        controls,
        spot,
        (asked, at) -> {
          for (var field : asked.fields(at.path())) {
            var values = sent.getOrDefault(field, List.of());
            if (!values.isEmpty()) {
              taken.put(field, values.stream().limit(MOST_VALUES).map(Draft::clean).toList());
            }
          }
        },
        (list, at) -> {
          var field = ListEntry.countField(at.path());
          taken.put(field, List.of(Integer.toString(list.count(at))));
        });
    var all = taken.values().stream().flatMap(List::stream).mapToLong(String::length).sum();
    return all > LONGEST_ALL ? Optional.empty() : Optional.of(taken);
  }

  /// The draft after a button of a list was pressed; empty when it was another button.
  static Optional<Map<String, List<String>>> edited(
      List<Control> controls, Sight sight, Map<String, List<String>> draft, String pressed) {
    var edited = new ArrayList<Map<String, List<String>>>();
    visit(
        controls,
        Spot.page(sight, draft),
        (_, _) -> {},
        (list, at) -> {
          var count = list.count(at);
          if (pressed.equals(ListEntry.ADD + at.path())) {
            edited.add(counted(draft, at.path(), Math.min(count + 1, list.most())));
          }
          for (int i = 0; i < count && count > list.least(); i++) {
            if (pressed.equals(ListEntry.REMOVE + at.path() + "." + i)) {
              edited.add(counted(without(draft, at.path(), i, count), at.path(), count - 1));
            }
          }
        });
    return edited.stream().findFirst();
  }

  /// The fields in which a number was asked and zero was typed.
  static List<String> zeros(List<Control> controls, Sight sight, Map<String, List<String>> draft) {
    var zeros = new ArrayList<String>();
    visit(
        controls,
        Spot.page(sight, draft),
        (asked, at) -> {
          var number =
              asked.type() == Type.NUMBER && !asked.question().sensitive()
                  ? Numbers.read(at.typed())
                  : Optional.<BigDecimal>empty();
          number.filter(typed -> typed.signum() == 0).ifPresent(_ -> zeros.add(at.path()));
        },
        (_, _) -> {});
    return List.copyOf(zeros);
  }

  private static Map<String, List<String>> counted(
      Map<String, List<String>> draft, String path, int count) {
    var counted = new LinkedHashMap<>(draft);
    counted.put(ListEntry.countField(path), List.of(Integer.toString(count)));
    return counted;
  }

  /// Without one item; those behind it move up.
  private static Map<String, List<String>> without(
      Map<String, List<String>> draft, String path, int gone, int count) {
    var without = new LinkedHashMap<String, List<String>>();
    draft.forEach(
        (field, values) -> {
          var moved = field;
          for (int i = gone; i < count; i++) {
            var item = path + "." + i + ".";
            if (field.startsWith(item)) {
              moved = i == gone ? "" : path + "." + (i - 1) + "." + field.substring(item.length());
            }
          }
          if (!moved.isEmpty()) {
            without.put(moved, values);
          }
        });
    return without;
  }

  private interface Visit<C extends Control> {
    void at(C control, Spot spot);
  }

  private static void visit(
      List<Control> controls, Spot at, Visit<Asked> asked, Visit<ListEntry> lists) {
    at.each(
        controls,
        (control, spot) -> {
          switch (control) {
            case Asked question -> asked.at(question, spot);
            case Group group -> visit(group.controls(), spot, asked, lists);
            case ListEntry list -> {
              lists.at(list, spot);
              for (int i = 0; i < list.count(spot); i++) {
                visit(list.controls(), spot.item(i, list.as(), ""), asked, lists);
              }
            }
            case Display _, Button _, ListShown _ -> {}
          }
        });
  }

  /// Text that every store can keep: composed, one kind of line end, no control signs, no halves of
  /// pairs.
  private static String clean(String value) {
    var cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE + 1) : value;
    var text = new StringBuilder(cut.length());
    Normalizer.normalize(cut.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
