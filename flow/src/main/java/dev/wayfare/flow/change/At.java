package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Place;
import java.util.Map;

/// Where a comparison stands: the path in the document, how people call the place, what its parts
/// are to a customer, and the channel of the flow it is in.
record At(String path, String told, Sense sense, Channel channel) {
  static final At ROOT = new At("", "", Sense.LOGIC, Channel.NONE);

  /// How the entries of a section are called.
  private static final Map<String, String> NOUNS =
      Map.of(
          "variables", "variable ",
          "inputs", "input ",
          "profile_values", "profile value ",
          "triggers", "trigger ",
          "records", "records of ",
          "hours", "hours ");

  Place place() {
    return new Place(path, 0, 0);
  }

  /// A field of the object that stands here.
  At field(String name) {
    var called = name.replace('_', ' ');
    var section = path.isEmpty() || sense.equals(Sense.section("flows"));
    var inner = section ? Sense.section(name) : sense;
    return new At(in(name), told.isEmpty() ? called : told + " · " + called, inner, channel);
  }

  /// An entry of the collection `field` of the object that stands here.
  At entry(String field, String name, Sense inner) {
    var noun = NOUNS.getOrDefault(field, "");
    var called = told.isEmpty() ? noun + name : told + " · " + noun + name;
    return new At(in(field) + "/" + name, called, inner, channel);
  }

  /// A step of the flow that stands here.
  At step(String field, String id, Sense inner) {
    return new At(in(field) + "/" + id, told + " / " + id, inner, channel);
  }

  /// An item of a list, by its place in it and how it is called.
  At item(String field, int index, String called, Sense inner) {
    return new At(in(field) + "/" + index, told + " · " + called, inner, channel);
  }

  At on(Channel line) {
    return new At(path, told, sense, line);
  }

  private String in(String key) {
    return path.isEmpty() ? key : path + "/" + key;
  }
}
