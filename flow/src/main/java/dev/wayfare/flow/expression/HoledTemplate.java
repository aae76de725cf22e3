package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A text in parts: what is always the same, and what is worked out.
record HoledTemplate(
    String source, Place place, Set<String> reads, List<LinkTarget> links, List<Part> parts)
    implements Template {

  sealed interface Part {}

  record Words(String text) implements Part {}

  record Hole(CelExpression.Plan plan, Place place) implements Part {}

  static HoledTemplate of(String source, Place place, List<LinkTarget> links, List<Part> parts) {
    var reads =
        parts.stream()
            .flatMap(part -> part instanceof Hole hole ? hole.plan().reads().stream() : null)
            .collect(Collectors.toUnmodifiableSet());
    return new HoledTemplate(source, place, reads, List.copyOf(links), List.copyOf(parts));
  }

  @Override
  public boolean constant() {
    return parts.stream().allMatch(Words.class::isInstance);
  }

  @Override
  public String fill(Bindings bindings, UnaryOperator<String> written) {
    if (parts.size() == 1 && parts.getFirst() instanceof Words(var text)) {
      return text;
    }
    var filled = new StringBuilder(source.length() + 32);
    for (var part : parts) {
      switch (part) {
        case Words(var text) -> filled.append(text);
        case Hole(var plan, var at) -> {
          var node = plan.nodeOrFail(at);
          var run = new Run(bindings, plan.slots(), at);
          var shown = written.apply(TextFunctions.shown(run, node.eval(run)));
          run.spendOnText((long) filled.length() + shown.length());
          filled.append(shown);
        }
      }
    }
    return filled.toString();
  }

  @Override
  public Object value(Bindings bindings) {
    if (parts.size() == 1 && parts.getFirst() instanceof Hole(var plan, var at)) {
      var node = plan.nodeOrFail(at);
      var run = new Run(bindings, plan.slots(), at);
      return Plain.result(run, node.eval(run));
    }
    return fill(bindings);
  }

  @Override
  public String toString() {
    return source;
  }
}
