package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A list a person fills, item by item, by the server's hand alone.
class ListEntryTest {
  private static final String VEHICLES =
      """
      - type: list
        id: vehicles
        label: "Vehicles"
        as: vehicle
        least: 1
        most: 3
        controls:
          - {type: text_field, id: plate, label: "Plate", required: true}
          - {type: checkbox, id: towed, label: "Towed"}
          - {type: text_field, id: garage, label: "Garage of {{ vehicle.plate }}", required: true,
             visible: "vehicle.towed", check: "vehicle.garage != vehicle.plate",
             otherwise: "Not {{ vehicle.plate }}"}
      """;

  @Test
  void itemsAreAddedAndRemovedAndWhatWasTypedStays() {
    var visitor = Visitor.asked(VEHICLES);
    assertThat(items(visitor)).containsExactly("vehicles.0");
    assertThat(visitor.control("vehicles.0").attribute("remove")).isEmpty();
    visitor.press("_add:vehicles", "vehicles.0.plate", "AA");
    assertThat(items(visitor)).containsExactly("vehicles.0", "vehicles.1");
    assertThat(visitor.control("vehicles.0.plate").value()).isEqualTo("AA");
    visitor.press("_add:vehicles", "vehicles.0.plate", "AA", "vehicles.1.plate", "BB");
    assertThat(visitor.control("vehicles").attribute("add")).isEmpty();
    visitor.press(
        "_remove:vehicles.1",
        "vehicles.0.plate",
        "AA",
        "vehicles.1.plate",
        "BB",
        "vehicles.2.plate",
        "CC");
    assertThat(visitor.control("vehicles.1.plate").value()).isEqualTo("CC");
    visitor.send("vehicles.0.plate", "AA", "vehicles.1.plate", "CC");
    assertThat(visitor.value("vehicles"))
        .isEqualTo(
            List.of(
                Map.of("plate", "AA", "towed", false, "garage", ""),
                Map.of("plate", "CC", "towed", false, "garage", "")));
  }

  @Test
  void anItemsControlsAreReadCheckedAndHiddenByTheirItem() {
    var visitor = Visitor.asked(VEHICLES);
    visitor.send("vehicles.0.plate", "", "vehicles.0.towed", "true");
    assertThat(visitor.error("vehicles.0.plate")).isEqualTo("Enter an answer");
    assertThat(visitor.error("vehicles.0.garage")).isEqualTo("Enter an answer");
    visitor.send("vehicles.0.plate", "AA", "vehicles.0.towed", "true", "vehicles.0.garage", "AA");
    assertThat(visitor.error("vehicles.0.garage")).isEqualTo("Not AA");
    assertThat(visitor.control("vehicles.0.garage").label()).isEqualTo("Garage of AA");
    visitor.send("vehicles.0.plate", "AA", "vehicles.0.garage", "typed, then hidden");
    assertThat(visitor.value("vehicles"))
        .isEqualTo(List.of(Map.of("plate", "AA", "towed", false, "garage", "")));
  }

  @Test
  void howManyItemsThereAreIsNotBelieved() {
    var visitor = Visitor.asked(VEHICLES);
    visitor.send(
        "vehicles.0.plate", "AA",
        "vehicles.1.plate", "BB",
        "vehicles.99999.plate", "CC",
        "vehicles.-1.plate", "DD",
        "vehicles._items", "99999",
        "vehicles", "x",
        "vehicles.0", "x");
    assertThat(visitor.value("vehicles"))
        .isEqualTo(List.of(Map.of("plate", "AA", "towed", false, "garage", "")));
  }

  @Test
  void buttonsOfItemsThatAreNotThereChangeNothing() {
    for (var hostile :
        List.of("_remove:vehicles.7", "_remove:vehicles.0", "_add:other", "_remove:vehicles.x")) {
      var visitor = Visitor.asked(VEHICLES).press(hostile, "vehicles.0.plate", "");
      assertThat(items(visitor)).containsExactly("vehicles.0");
    }
  }

  @Test
  void addingTwiceByADoubleClickAddsOnce() {
    var visitor = Visitor.asked(VEHICLES);
    var token = visitor.page().token();
    visitor.press(Optional.of("_add:vehicles"), token, Visitor.fields("vehicles.0.plate", "AA"));
    visitor.press(Optional.of("_add:vehicles"), token, Visitor.fields("vehicles.0.plate", "AA"));
    assertThat(items(visitor)).hasSize(2);
    assertThat(visitor.control("vehicles.0.plate").value()).isEqualTo("AA");
  }

  private static List<String> items(Visitor visitor) {
    return visitor.control("vehicles").children().stream().map(ControlView::id).toList();
  }
}
