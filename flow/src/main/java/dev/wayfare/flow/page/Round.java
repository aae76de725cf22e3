package dev.wayfare.flow.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the answers of a page once.
///
/// Conditions see the answers of the same page, also of controls further down; so the page is read
/// until what is visible no longer changes, four times at most. Answers of hidden controls count
/// for nothing. Checks come last, when all answers are known.
final class Round {
  private static final int PASSES = 4;

  private final List<Control> controls;
  private final Map<String, List<String>> raw;
  private final Sight sight;

  /// Grows while reading; the sight looks into it.
  private final Map<String, Object> answers = new LinkedHashMap<>();

  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Set<String> visible = new LinkedHashSet<>();
  private final Set<String> sensitive = new HashSet<>();
  private final Set<String> wrong = new HashSet<>();
  private final List<Due> due = new ArrayList<>();
  private boolean conditional;

  /// A check that waits for the rest of the answers.
  private record Due(Question question, Spot spot) {}

  private Round(List<Control> controls, Map<String, List<String>> raw, Sight sight) {
    this.controls = controls;
    this.raw = raw;
    this.sight = sight.with(answers);
  }

  static Answers read(List<Control> controls, Map<String, List<String>> raw, Sight sight) {
    var round = new Round(controls, raw, sight);
    round.settle();
    round.due.forEach(round::check);
    return new Answers(
        Collections.unmodifiableMap(round.answers),
        Set.copyOf(round.sensitive),
        Collections.unmodifiableMap(round.errors),
        Set.copyOf(round.visible));
  }

  private void settle() {
    Set<String> before;
    int passes = 0;
    do {
      before = Set.copyOf(visible);
      errors.clear();
      visible.clear();
      sensitive.clear();
      wrong.clear();
      due.clear();
      walk(controls, Spot.page(sight, raw), true, answers);
    } while (conditional && !visible.equals(before) && ++passes < PASSES);
  }

  private void walk(List<Control> among, Spot at, boolean shown, Map<String, Object> into) {
    at.each(
        among,
        (control, spot) -> {
          conditional |= control.visible().isPresent();
          var seen = shown && spot.sight().holds(control.visible());
          if (seen) {
            visible.add(spot.path());
          }
          switch (control) {
            case Asked asked when seen -> ask(asked, spot, into);
            case Asked asked -> hide(asked.question(), asked.nothing(), spot, into);
            case ListEntry list when seen -> enter(list, spot, into);
            case ListEntry list -> hide(list.question(), List.of(), spot, into);
            case ListShown list when seen ->
                list.items(spot).forEach(item -> walk(list.controls(), item, true, into));
            case ListShown _ -> {}
            case Group group -> walk(group.controls(), spot, seen, into);
            case Display _, Button _ -> {}
          }
        });
  }

  /// What is hidden on the page keeps its variable as it was; in an item it is as if unanswered.
  private static void hide(Question question, Object nothing, Spot spot, Map<String, Object> into) {
    if (spot.prefix().isEmpty()) {
      into.remove(question.into());
    } else {
      into.put(question.into(), nothing);
    }
  }

  private void ask(Asked asked, Spot spot, Map<String, Object> into) {
    var question = asked.question();
    if (question.sensitive()) {
      sensitive.add(question.into());
    }
    switch (asked.read(spot)) {
      case Answer.Given(var value) -> {
        into.put(question.into(), value);
        due.add(new Due(question, spot));
      }
      case Answer.Nothing() -> {
        into.put(question.into(), asked.nothing());
        if (question.required()) {
          errors.put(spot.path(), asked.missing());
          wrong.add(question.into());
        }
      }
      case Answer.Wrong(var messages) -> {
        into.put(question.into(), asked.nothing());
        wrong.add(question.into());
        messages.forEach(
            (part, text) ->
                errors.put(part.isEmpty() ? spot.path() : spot.path() + "." + part, text));
      }
    }
  }

  private void enter(ListEntry list, Spot spot, Map<String, Object> into) {
    var question = list.question();
    var count = list.count(spot);
    var items = new ArrayList<Object>();
    var errorsBefore = errors.size();
    for (int i = 0; i < count; i++) {
      var item = list.blank();
      walk(list.controls(), spot.item(i, list.as(), item), true, item);
      if (errors.size() > errorsBefore) {
        wrong.add(list.as());
      }
      items.add(Collections.unmodifiableMap(item));
    }
    if (question.sensitive() || anySensitive(list.controls())) {
      sensitive.add(question.into());
    }
    into.put(question.into(), Collections.unmodifiableList(items));
    if (count < list.least()) {
      errors.put(spot.path(), PageTexts.itemsLeast(list.least()));
    }
    if (errors.size() > errorsBefore) {
      wrong.add(question.into());
    } else if (count > 0) {
      due.add(new Due(question, spot));
    }
  }

  private static boolean anySensitive(List<Control> controls) {
    return controls.stream()
        .anyMatch(
            control ->
                switch (control) {
                  case Asked asked -> asked.question().sensitive();
                  case Group group -> anySensitive(group.controls());
                  case Display _, Button _, ListShown _, ListEntry _ -> false;
                });
  }

  /// A check that reads an answer which is wrong itself says nothing yet.
  private void check(Due due) {
    var check = due.question().check();
    var path = due.spot().path();
    if (check.isPresent()
        && Collections.disjoint(check.get().reads(), wrong)
        && !due.spot().sight().holds(check)) {
      errors.put(path, due.question().otherwise().map(due.spot()::fill).orElse(PageTexts.CHECK));
    }
  }
}
