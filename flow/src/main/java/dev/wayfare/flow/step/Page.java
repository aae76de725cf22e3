package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Theme;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.page.Answers;
import dev.wayfare.flow.page.Button;
import dev.wayfare.flow.page.PageTexts;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.page.Sheet;
import dev.wayfare.flow.page.Sight;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows a page of controls, waits for it to be sent in, reads and checks the answers, and keeps
/// them in variables.
///
/// Each showing has a token. What is sent in for another showing (a button pressed twice, a page
/// from the browser's past) changes nothing. While answers are refused or items are added to a
/// list, what was typed is kept in the memo as a draft.
public record Page(
    Template title, Sheet sheet, boolean back, Optional<Expression> progress, Exit next)
    implements Step {
  /// The button that leads to the page before.
  public static final String BACK = "_back";

  private static final int PAGES_BEHIND = 50;

  static final StepType TYPE =
      new StepType(
          "page",
          StepType.PAGES,
          Set.of(StepType.Trait.WAITS, StepType.Trait.RESTS),
          "Shows a page, waits for its answers, checks them and keeps them.",
          """
          channel: web
          start: when
          steps:
            when:
              type: page
              title: "When shall we come?"
              controls:
                - {type: date, id: day, label: "Day", required: true, min: "date(now)"}
                - {type: checkbox, id: neighbour, label: "Leave it with a neighbour"}
                - {type: text_field, id: name, label: "Their name", visible: "neighbour"}
                - {type: button, id: fix, label: "Choose this day"}
              progress: "50"
              next: thanks
            thanks:
              type: page
              title: "See you then"
              controls:
                - {type: text, text: "We come on {{ day }}."}
          """,
          Page::new);

  Page(Fields in) {
    this(
        in.template("title", "The one heading of the page."),
        Sheet.of(in),
        in.flag("back", true, "Offers the way back to the page before, where there is one."),
        in.maybeExpression("progress", Type.NUMBER, "How far along this page is, from 0 to 100."),
        in.exit("next", "Where to go on; left out, this page is the end of its flow."));
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> open(scene);
      case Input.Submitted sent -> hear(scene, sent);
      case Input.Text _,
          Input.Opening _,
          Input.OfCall _,
          Input.Answered _,
          Input.TimerFired _,
          Input.Expired _,
          Input.OfPublisher _,
          Input.Returned _,
          Input.Failed _ ->
          new Move.Await();
    };
  }

  private Move open(Scene scene) {
    var memo = PageMemo.of(scene);
    var draft = sheet.begin(sight(scene), memo.draft(), memo.zeros());
    var shown = show(scene, PageMemo.shown(token(scene), draft));
    // A page that cannot be drawn fails here, where somebody can catch it, and not when it is seen.
    view(scene, Theme.PLAIN);
    return shown;
  }

  /// Unlike that of any other showing of a page in this journey.
  private static String token(Scene scene) {
    return scene.turn() + "-" + scene.step();
  }

  private static Sight sight(Scene scene) {
    return new Sight(scene.bindings(), scene.now());
  }

  private static Move show(Scene scene, PageMemo memo) {
    scene.keep(Optional.of(memo.asValue()));
    return new Move.Await();
  }

  private Move hear(Scene scene, Input.Submitted sent) {
    var memo = PageMemo.of(scene);
    if (!sent.token().equals(memo.token())) {
      scene.note("late", Map.of());
      return show(scene, memo.saying(PageTexts.ALREADY_ANSWERED));
    }
    var taken = sheet.take(sight(scene), sent.fields(), memo.draft());
    if (taken.isEmpty()) {
      return show(scene, memo.saying(PageTexts.TOO_MUCH));
    }
    return press(scene, sent.button().orElse(""), taken.get());
  }

  private Move press(Scene scene, String pressed, Map<String, List<String>> draft) {
    var edited = sheet.edit(sight(scene), draft, pressed);
    if (edited.isPresent()) {
      return show(scene, PageMemo.shown(token(scene), edited.get()));
    }
    if (pressed.equals(BACK) && goesBack(scene)) {
      return goBack(scene, draft);
    }
    var answers = sheet.read(sight(scene), draft);
    var button = button(scene, pressed, answers);
    var exit = button.flatMap(Button::next).orElse(next);
    if (button.isPresent() && button.get().skipChecks()) {
      scene.keep(Optional.of(PageMemo.left(draft).asValue()));
      scene.note("left", Map.of("button", pressed));
      return onward(scene, exit);
    }
    if (!answers.errors().isEmpty()) {
      scene.note("refused", Map.of("controls", List.copyOf(answers.errors().keySet())));
      return show(scene, PageMemo.refused(PageMemo.of(scene).token(), draft, answers.errors()));
    }
    accept(scene, answers);
    var zeros = sheet.zeros(sight(scene), draft);
    scene.keep(
        zeros.isEmpty() ? Optional.empty() : Optional.of(PageMemo.answered(zeros).asValue()));
    scene.note("answered", Map.of("button", button.isPresent() ? pressed : ""));
    return onward(scene, exit);
  }

  /// The button that was pressed; Enter in a field, or a button that is not there now, presses the
  /// first that sends answers.
  private Optional<Button> button(Scene scene, String pressed, Answers answers) {
    var buttons = sheet.buttons(sight(scene), answers.visible());
    return buttons.stream()
        .filter(button -> button.getKey().equals(pressed))
        .findFirst()
        .or(() -> buttons.stream().filter(it -> !it.getValue().skipChecks()).findFirst())
        .map(Map.Entry::getValue);
  }

  private static void accept(Scene scene, Answers answers) {
    answers
        .values()
        .forEach(
            (variable, value) -> {
              if (answers.sensitive().contains(variable)) {
                scene.setSecretly(variable, value);
              } else {
                scene.set(variable, value);
              }
            });
  }

  private static Move onward(Scene scene, Exit exit) {
    var behind = new ArrayList<>(scene.pagesBehind());
    var before = behind.indexOf(scene.step());
    if (before >= 0) {
      behind.subList(before, behind.size()).clear();
    }
    behind.add(scene.step());
    scene.keepPagesBehind(behind.subList(Math.max(0, behind.size() - PAGES_BEHIND), behind.size()));
    return Move.through(exit);
  }

  private boolean goesBack(Scene scene) {
    return back && !scene.pagesBehind().isEmpty();
  }

  private static Move goBack(Scene scene, Map<String, List<String>> draft) {
    var behind = scene.pagesBehind();
    scene.keep(Optional.of(PageMemo.left(draft).asValue()));
    scene.keepPagesBehind(behind.subList(0, behind.size() - 1));
    scene.note("back", Map.of());
    return new Move.Go(behind.getLast());
  }

  /// Shows the page again after a failure that nobody caught, with a sentence above its controls
  /// and all that was sent in still in its fields.
  public void excuse(Scene scene, Input event, String words) {
    var memo = PageMemo.of(scene);
    var draft = event instanceof Input.Submitted sent ? typed(scene, sent, memo) : memo.draft();
    scene.keep(Optional.of(PageMemo.shown(memo.token(), draft).saying(words).asValue()));
  }

  private Map<String, List<String>> typed(Scene scene, Input.Submitted sent, PageMemo memo) {
    if (!sent.token().equals(memo.token())) {
      return memo.draft();
    }
    try {
      return sheet.take(sight(scene), sent.fields(), memo.draft()).orElse(memo.draft());
    } catch (ExpressionFailed again) {
      return memo.draft();
    }
  }

  /// What is shown now.
  public PageView view(Scene scene, Theme theme) {
    var memo = PageMemo.of(scene);
    var sight = sight(scene);
    var onward = sheet.asks() || next.step().isPresent();
    return new PageView(
        memo.token(),
        sight.fill(title),
        sheet.view(sight, memo.draft(), memo.errors(), onward),
        memo.notice(),
        progress.map(done -> percent(scene.value(done))),
        goesBack(scene),
        theme);
  }

  private static int percent(Object value) {
    return value instanceof Number number
        ? Math.clamp(Math.round(number.doubleValue()), 0, 100)
        : 0;
  }

  /// The ids of the controls that are visible with these answers, which were not sent in yet.
  public Set<String> visible(Scene scene, Map<String, List<String>> typed) {
    return sheet
        .take(sight(scene), typed, PageMemo.of(scene).draft())
        .map(draft -> withOwnButton(scene, sheet.read(sight(scene), draft).visible()))
        .orElse(Set.of());
  }

  /// A page that shows no button of the builder's shows its own.
  private Set<String> withOwnButton(Scene scene, Set<String> visible) {
    if (!sheet.buttons(sight(scene), visible).isEmpty()) {
      return visible;
    }
    var all = new HashSet<>(visible);
    all.add(Sheet.CONTINUE);
    return all;
  }
}
