package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The controls of a list, once for each item that is there. View: type `list`, attribute `mode`
/// (`show`); a child of type `item` for each item, with its controls as children; the words for an
/// empty list in `help`.
public record ListShown(
    Presence presence,
    Expression in,
    String as,
    Optional<Template> label,
    Optional<Template> empty,
    List<Control> controls)
    implements Control {
  static final int MOST = 200;

  static ListShown of(Fields fields, Expression in) {
    var as = ListEntry.itemName(fields);
    return new ListShown(
        Presence.of(fields),
        in,
        as,
        fields.maybeTemplate("label", "A heading over the list."),
        fields.maybeTemplate("empty", "What is said when there is no item."),
        fields
            .seeing(Map.of(as, Type.ANY))
            .list("controls", Setting.SHOWN.variants(), "What is shown for each item."));
  }

  @Override
  public String id() {
    return presence.id();
  }

  @Override
  public Optional<Expression> visible() {
    return presence.visible();
  }

  /// One spot for each item; a list of more than 200 is cut.
  List<Spot> items(Spot spot) {
    var spots = new ArrayList<Spot>();
    if (spot.sight().value(in) instanceof List<?> items) {
      for (int i = 0; i < Math.min(items.size(), MOST); i++) {
        var item = items.get(i);
        spots.add(spot.item(i, as, item == null ? "" : item));
      }
    }
    return spots;
  }

  @Override
  public ControlView view(Spot spot) {
    var items =
        items(spot).stream()
            .map(
                at ->
                    new ControlView(
                        "item",
                        at.path(),
                        "",
                        "",
                        Optional.empty(),
                        false,
                        spot.visible(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        at.views(controls)))
            .toList();
    return new ControlView(
        "list",
        spot.path(),
        spot.fill(label),
        items.isEmpty() ? spot.fill(empty) : "",
        Optional.empty(),
        false,
        spot.visible(),
        List.of(),
        List.of(),
        Plain.attributes("mode", "show"),
        items);
  }
}
