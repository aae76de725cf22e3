package dev.wayfare.flow.check;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Reference.Kind;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.step.StepType.Trait;
import dev.wayfare.flow.step.StepTypes;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An app as the checks walk it: who leads where, and where it stands in the document.
final class Graph {
  private final App app;
  private final Map<String, List<Reference>> byStep;
  private final Set<String> waiting = new LinkedHashSet<>();

  Graph(App app) {
    this.app = app;
    this.byStep =
        app.references().stream()
            .collect(Collectors.groupingBy(reference -> reference.flow() + "/" + reference.step()));
    int before;
    do {
      before = waiting.size();
      app.flows().values().stream().filter(this::pauses).map(Flow::name).forEach(waiting::add);
    } while (waiting.size() > before);
  }

  private boolean pauses(Flow flow) {
    return flow.steps().keySet().stream()
        .anyMatch(step -> has(flow, step, Trait.WAITS) || callsWaiting(flow, step));
  }

  App app() {
    return app;
  }

  Stream<Reference> references(Kind kind) {
    return app.references().stream().filter(reference -> reference.kind() == kind);
  }

  /// What a step of this flow names.
  Stream<Reference> references(Flow flow, String step) {
    return byStep.getOrDefault(flow.name() + "/" + step, List.of()).stream();
  }

  /// The steps that a step of this flow leads to.
  Set<String> exits(Flow flow, String step) {
    return references(flow, step)
        .filter(reference -> reference.kind() == Kind.EXIT)
        .map(Reference::target)
        .filter(flow.steps()::containsKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether a flow stands in a field of its own, and not in a link within a text.
  static boolean isNamed(Reference reference) {
    return reference.kind() == Kind.FLOW && reference.place().path().endsWith("/flow");
  }

  /// Whether a flow is named that begins when a call is over, or was not taken.
  static boolean isAfterCall(Reference reference) {
    return reference.kind() == Kind.FLOW
        && (reference.place().path().endsWith("/hung_up")
            || reference.place().path().endsWith("/unanswered"));
  }

  /// Whether a flow is named by a link within a text.
  static boolean isLink(Reference reference) {
    return reference.kind() == Kind.FLOW && !isNamed(reference) && !isAfterCall(reference);
  }

  boolean has(Flow flow, String step, Trait trait) {
    var found = flow.steps().get(step);
    return found != null && StepTypes.of(found).traits().contains(trait);
  }

  /// Whether a step runs a flow in which the person or time can come in between.
  boolean callsWaiting(Flow flow, String step) {
    return references(flow, step)
        .filter(reference -> reference.kind() == Kind.RUN || isNamed(reference))
        .anyMatch(reference -> waiting.contains(reference.target()));
  }

  // what the document has, read or not

  Optional<Tree> at(String path) {
    Optional<Tree> found = Optional.of(app.document());
    for (var key : path.split("/")) {
      found =
          found.flatMap(
              tree ->
                  tree instanceof Tree.Branch branch
                      ? Optional.ofNullable(branch.fields().get(key))
                      : Optional.empty());
    }
    return found;
  }

  /// The place of something in the document; of its likely surroundings where it is not there.
  Place place(String path) {
    return at(path)
        .map(Tree::place)
        .orElseGet(() -> new Place(path, app.document().place().line(), 1));
  }

  Place step(Flow flow, String step) {
    return place("flows/" + flow.name() + "/steps/" + step);
  }

  private Set<String> keys(String path) {
    return at(path)
        .filter(Tree.Branch.class::isInstance)
        .map(tree -> ((Tree.Branch) tree).fields().keySet())
        .orElse(Set.of());
  }

  /// The names of all flows, also of those that could not be read.
  Set<String> flows() {
    return both(app.flows().keySet(), keys("flows"));
  }

  /// The names of all calendars, also of those that could not be read.
  Set<String> calendars() {
    return both(app.hours().keySet(), keys("hours"));
  }

  /// The ids of all steps of a flow, also of those that could not be read.
  Set<String> steps(String flow) {
    var read = app.flows().get(flow);
    return both(read == null ? List.of() : read.steps().keySet(), keys("flows/" + flow + "/steps"));
  }

  private static Set<String> both(Collection<String> some, Collection<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  /// Names as they stand in a sentence.
  static String listed(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  static String parent(String path) {
    var keys = path.split("/");
    return String.join("/", Arrays.asList(keys).subList(0, keys.length - 1));
  }
}
