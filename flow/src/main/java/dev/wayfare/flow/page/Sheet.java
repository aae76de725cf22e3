package dev.wayfare.flow.page;

import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The controls of one page as a whole: what a step asks of them.
///
/// A draft is the raw values of the page by field name; it is what was typed, not yet believed.
public record Sheet(List<Control> controls) {
  /// The button of a page that has none of its own.
  public static final String CONTINUE = "button-next";

  public static Sheet of(Fields in) {
    var sheet = new Sheet(in.list("controls", ControlTypes.VARIANTS, "What stands on the page."));
    Ids.unique(in, sheet.controls);
    return sheet;
  }

  /// The older draft, if the page was left with one; else the answers the journey has already.
  /// `zeros` are the numbers that were answered with zero.
  public Map<String, List<String>> begin(
      Sight sight, Map<String, List<String>> older, List<String> zeros) {
    return Draft.first(controls, sight, older, zeros);
  }

  /// Which numbers of this draft are zero because somebody typed so.
  public List<String> zeros(Sight sight, Map<String, List<String>> draft) {
    return Draft.zeros(controls, sight, draft);
  }

  /// The draft after a submission; empty when it was more than a page can hold.
  public Optional<Map<String, List<String>>> take(
      Sight sight, Map<String, List<String>> sent, Map<String, List<String>> draft) {
    return Draft.taken(controls, sight, sent, draft);
  }

  /// The draft after a list's own button; empty when `pressed` is none.
  public Optional<Map<String, List<String>>> edit(
      Sight sight, Map<String, List<String>> draft, String pressed) {
    return Draft.edited(controls, sight, draft, pressed);
  }

  public Answers read(Sight sight, Map<String, List<String>> draft) {
    return Round.read(controls, draft, sight);
  }

  /// The page's buttons that are visible now, in order, by the name that comes back.
  public List<Map.Entry<String, Button>> buttons(Sight sight, Set<String> visible) {
    var buttons = new ArrayList<Map.Entry<String, Button>>();
    collect(Spot.page(sight, Map.of()), controls, visible, buttons);
    return List.copyOf(buttons);
  }

  private static void collect(
      Spot at, List<Control> among, Set<String> visible, List<Map.Entry<String, Button>> buttons) {
    at.each(
        among,
        (control, spot) -> {
          if (control instanceof Button button && visible.contains(spot.path())) {
            buttons.add(Map.entry(spot.path(), button));
          }
          if (control instanceof Group group) {
            collect(spot, group.controls(), visible, buttons);
          }
        });
  }

  /// Whether anything is asked here.
  public boolean asks() {
    return asks(controls);
  }

  private static boolean asks(List<Control> among) {
    return among.stream()
        .anyMatch(
            control ->
                switch (control) {
                  case Asked _, ListEntry _ -> true;
                  case Group group -> asks(group.controls());
                  case Display _, Button _, ListShown _ -> false;
                });
  }

  /// The controls as they are to be shown. Where no button is and the page leads `onward`, one is
  /// added.
  public List<ControlView> view(
      Sight sight, Map<String, List<String>> draft, Map<String, String> errors, boolean onward) {
    var answers = read(sight, draft);
    var spot = new Spot("", "", sight.with(answers.values()), draft, errors, answers.visible());
    var views = new ArrayList<>(spot.views(controls));
    if (onward && buttons(sight, answers.visible()).isEmpty()) {
      views.add(
          new ControlView(
              "button",
              CONTINUE,
              PageTexts.CONTINUE,
              "",
              Optional.empty(),
              false,
              true,
              List.of(),
              List.of(),
              Plain.attributes("look", Button.Look.PRIMARY.word()),
              List.of()));
    }
    return List.copyOf(views);
  }
}
