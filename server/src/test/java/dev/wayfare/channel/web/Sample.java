package dev.wayfare.channel.web;

import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.ControlView.OptionView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a control as a test wants it, from nothing.
record Sample(
    String type,
    String id,
    String label,
    String help,
    Optional<String> error,
    boolean required,
    boolean visible,
    List<String> values,
    List<OptionView> options,
    Map<String, String> attributes,
    List<ControlView> children) {

  static Sample of(String type, String id, String label) {
    return new Sample(
        type,
        id,
        label,
        "",
        Optional.empty(),
        true,
        true,
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  Sample help(String words) {
    return new Sample(
        type, id, label, words, error, required, visible, values, options, attributes, children);
  }

  Sample error(String words) {
    return new Sample(
        type,
        id,
        label,
        help,
        Optional.of(words),
        required,
        visible,
        values,
        options,
        attributes,
        children);
  }

  Sample optional() {
    return new Sample(
        type, id, label, help, error, false, visible, values, options, attributes, children);
  }

  Sample hidden() {
    return new Sample(
        type, id, label, help, error, required, false, values, options, attributes, children);
  }

  Sample values(String... given) {
    var chosen = List.of(given);
    var marked =
        options.stream()
            .map(o -> new OptionView(o.value(), o.label(), o.help(), chosen.contains(o.value())))
            .toList();
    return new Sample(
        type, id, label, help, error, required, visible, chosen, marked, attributes, children);
  }

  /// `value`, `label` and `help` by turns.
  Sample options(String... triples) {
    var all =
        java.util.stream.IntStream.range(0, triples.length / 3)
            .mapToObj(
                i -> new OptionView(triples[i * 3], triples[i * 3 + 1], triples[i * 3 + 2], false))
            .toList();
    return new Sample(
        type, id, label, help, error, required, visible, values, all, attributes, children);
  }

  Sample with(String name, String value) {
    var more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new Sample(
        type, id, label, help, error, required, visible, values, options, more, children);
  }

  Sample holding(Sample... inside) {
    var all = Arrays.stream(inside).map(Sample::view).toList();
    return new Sample(
        type, id, label, help, error, required, visible, values, options, attributes, all);
  }

  ControlView view() {
    return new ControlView(
        type, id, label, help, error, required, visible, values, options, attributes, children);
  }
}
