package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A list a person fills: each item has the controls' answers as its fields.
///
/// Items are added and removed by the buttons `_add:{path}` and `_remove:{path}.{index}`, which
/// send the page and come back to it, so that it works without a script. How many items there are
/// is kept on the server under `{path}._items`, never believed from outside.
///
/// View: type `list`, attributes `mode` (`enter`), `add` (the button that adds, left out when the
/// list is full), `add_label`; a child of type `item` for each item, with its number in `label`,
/// after its name where it has one, attribute `remove` (the button, left out when it must stay)
/// and `remove_label`.
public record ListEntry(
    Question question,
    String as,
    int least,
    int most,
    Optional<Template> itemLabel,
    Optional<Template> addLabel,
    List<Control> controls)
    implements Control {
  static final String ADD = "_add:";
  static final String REMOVE = "_remove:";

  static final ControlType TYPE =
      new ControlType(
          "list",
          Set.of(Setting.PAGE, Setting.SHOWN),
          "Repeats controls. With `in` it shows them for each item of a list that is there; without,"
              + " it asks for items and keeps them as a list of objects.",
          """
          type: list
          id: vehicles
          label: "Vehicles"
          as: vehicle
          least: 1
          most: 5
          item_label: "Vehicle"
          add_label: "Add a vehicle"
          controls:
            - {type: text_field, id: plate, label: "Plate", required: true}
            - {type: checkbox, id: towed, label: "It was towed"}
            - {type: text_field, id: garage, label: "Garage", visible: "vehicle.towed"}
          """,
          ListEntry::either);

  private static Control either(Fields in, Setting setting) {
    if (setting == Setting.SHOWN) {
      return ListShown.of(in, in.expression("in", Type.LIST, "The list whose items are shown."));
    }
    var items =
        in.maybeExpression(
            "in", Type.LIST, "The list whose items are shown; left out, items are asked for.");
    return items.isPresent() ? ListShown.of(in, items.get()) : new ListEntry(in, setting);
  }

  private ListEntry(Fields in, Setting setting) {
    this(Question.of(in, setting, Type.LIST, false), itemName(in), in);
  }

  private ListEntry(Question question, String as, Fields in) {
    this(
        question,
        as,
        in.count("least", question.required() ? 1 : 0, 0, 50, "How many items there must be."),
        in.count("most", 20, 1, 50, "How many items there may be."),
        in.maybeTemplate(
            "item_label",
            "What one item is called, before its number; without it, the label of the list."),
        in.maybeTemplate("add_label", "The words on the button that adds an item."),
        in.seeing(Map.of(as, Type.OBJECT))
            .list("controls", Setting.ENTRY.variants(), "What is asked for each item."));
    Ids.unique(in, controls);
  }

  static String itemName(Fields in) {
    return in.word("as", "item", "The name expressions inside use for the item.");
  }

  @Override
  public String id() {
    return question.id();
  }

  @Override
  public Optional<Expression> visible() {
    return question.visible();
  }

  /// How many items the page now has.
  int count(Spot spot) {
    var kept = spot.raw().getOrDefault(countField(spot.path()), List.of());
    return Math.clamp(kept.isEmpty() ? least : Integer.parseInt(kept.getFirst()), 0, most);
  }

  static String countField(String path) {
    return path + "._items";
  }

  /// An item nobody has filled.
  Map<String, Object> blank() {
    var blank = new LinkedHashMap<String, Object>();
    blank(controls, blank);
    return blank;
  }

  private static void blank(List<Control> controls, Map<String, Object> blank) {
    for (var control : controls) {
      switch (control) {
        case Asked asked -> blank.put(asked.question().into(), asked.nothing());
        case Group group -> blank(group.controls(), blank);
        case Display _, Button _, ListShown _, ListEntry _ -> {}
      }
    }
  }

  @Override
  public ControlView view(Spot spot) {
    var count = count(spot);
    var items = new ArrayList<ControlView>();
    for (int i = 0; i < count; i++) {
      items.add(item(spot.item(i, as, item(spot, i)), i, count > least));
    }
    return spot.asked(
        "list",
        question,
        List.of(),
        Plain.attributes(
            "mode",
            "enter",
            "add",
            count < most ? ADD + spot.path() : "",
            "add_label",
            addLabel.map(spot::fill).orElse(PageTexts.ADD)),
        items);
  }

  /// The item as answered so far.
  private Object item(Spot spot, int index) {
    return spot.sight().find(question.into()).orElse(List.of()) instanceof List<?> items
            && index < items.size()
            && items.get(index) instanceof Map<?, ?> item
        ? item
        : blank();
  }

  private ControlView item(Spot at, int index, boolean removable) {
    return new ControlView(
        "item",
        at.path(),
        itemLabel.map(label -> at.fill(label) + " ").orElse("") + (index + 1),
        "",
        Optional.empty(),
        false,
        true,
        List.of(),
        List.of(),
        Plain.attributes(
            "remove", removable ? REMOVE + at.path() : "",
            "remove_label", removable ? PageTexts.REMOVE : ""),
        at.views(controls));
  }
}
