package dev.wayfare.flow.expression;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a checked expression into nodes that run.
///
/// CEL reads and checks; the running is ours, because it must count its steps, bound the texts it
/// makes, know one type of number and give plain values. What is odd here is CEL's meaning:
/// `false && x` is false even where `x` fails, from both sides.
final class Planner implements Loops.Names {
  private final CelAbstractSyntaxTree ast;
  private final Functions functions;
  private final Spots spots;
  private final Map<String, Integer> locals = new HashMap<>();
  private final Set<String> reads = new LinkedHashSet<>();
  private int slots;

  Planner(CelAbstractSyntaxTree ast, Functions functions, Spots spots) {
    this.ast = ast;
    this.functions = functions;
    this.spots = spots;
  }

  Node plan() {
    return plan(ast.getExpr());
  }

  /// How many local values a run needs.
  int slots() {
    return slots;
  }

  /// The top names that are read.
  Set<String> reads() {
    return Collections.unmodifiableSet(reads);
  }

  private Node plan(CelExpr e) {
    return switch (e.getKind()) {
      case CONSTANT -> constant(e);
      case IDENT -> name(e.ident().name(), type(e));
      case SELECT -> select(e);
      case CALL -> call(e);
      case LIST -> list(plan(e.list().elements()));
      case MAP -> map(e);
      case COMPREHENSION -> new Loops(this::plan, this).plan(e, place(e));
      case STRUCT, NOT_SET -> throw new IllegalStateException("refused by " + Judge.class);
    };
  }

  private List<Node> plan(List<CelExpr> expressions) {
    return expressions.stream().map(this::plan).toList();
  }

  private CelType type(CelExpr e) {
    return ast.getType(e.id()).orElse(SimpleType.DYN);
  }

  private Place place(CelExpr e) {
    return spots.at(ast.getSource(), e.id());
  }

  @Override
  public int slot() {
    return slots++;
  }

  @Override
  public Node within(Map<String, Integer> names, CelExpr e) {
    var outer = Map.copyOf(locals);
    locals.putAll(names);
    var planned = plan(e);
    locals.clear();
    locals.putAll(outer);
    return planned;
  }

  private static Node constant(CelExpr e) {
    var constant = e.constant();
    var value =
        switch (constant.getKind()) {
          case STRING_VALUE -> constant.stringValue();
          case DOUBLE_VALUE -> constant.doubleValue();
          case BOOLEAN_VALUE -> constant.booleanValue();
          default -> null;
        };
    return _ -> value;
  }

  private Node name(String written, CelType type) {
    var slot = locals.get(written);
    if (slot != null) {
      return run -> {
        run.spend(1);
        var value = run.local(slot);
        if (value instanceof ExpressionFailed failure) {
          throw failure;
        }
        return value;
      };
    }
    var name = written.startsWith(".") ? written.substring(1) : written;
    reads.add(name);
    var empty = CelTypes.empty(type);
    return run -> {
      run.spend(1);
      var found = run.bindings().find(name);
      return found.isPresent() ? Plain.read(found.get()) : empty;
    };
  }

  private Node select(CelExpr e) {
    var select = e.select();
    var operand = plan(select.operand());
    var known = CelTypes.isStruct(type(select.operand()));
    var empty = CelTypes.empty(type(e));
    var place = place(e);
    var field = select.field();
    if (select.testOnly()) {
      return run -> {
        var object = object(run, operand, field, place);
        return known ? !Values.isEmpty(object.get(field)) : object.containsKey(field);
      };
    }
    return run -> {
      var object = object(run, operand, field, place);
      var value = object.get(field);
      if (value == null && !object.containsKey(field)) {
        if (known) {
          return empty;
        }
        run.at(place);
        throw run.failed("There is no field `%s` here.".formatted(field));
      }
      return Plain.read(value);
    };
  }

  private static Map<?, ?> object(Run run, Node operand, String field, Place place) {
    run.spend(1);
    var value = operand.eval(run);
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    run.at(place);
    throw run.failed(
        "`.%s` needs an object, but found %s.".formatted(field, Kind.of(value).words()));
  }

  private Node list(List<Node> items) {
    return run -> {
      run.spend(1 + items.size());
      var list = new ArrayList<@Nullable Object>(items.size());
      for (var item : items) {
        list.add(item.eval(run));
      }
      return Collections.unmodifiableList(list);
    };
  }

  private Node map(CelExpr e) {
    var entries = e.map().entries();
    var keys = entries.stream().map(entry -> plan(entry.key())).toList();
    var values = entries.stream().map(entry -> plan(entry.value())).toList();
    var place = place(e);
    return run -> {
      run.spend(1 + keys.size());
      var map = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        var key = keys.get(i).eval(run);
        if (!(key instanceof String name)) {
          run.at(place);
          throw run.failed(
              "The names in an object are texts, but found %s.".formatted(Kind.of(key).words()));
        }
        map.put(name, values.get(i).eval(run));
      }
      return Collections.unmodifiableSequencedMap(map);
    };
  }

  private Node call(CelExpr e) {
    var call = e.call();
    return switch (call.function()) {
      case Functions.AND -> decide(plan(call.args().get(0)), plan(call.args().get(1)), false, e);
      case Functions.OR -> decide(plan(call.args().get(0)), plan(call.args().get(1)), true, e);
      case Functions.IF -> choose(plan(call.args()), place(e));
      case Functions.NOT_FALSE -> notFalse(plan(call.args().getFirst()));
      case Functions.LINK -> link();
      case "matches" -> matches(call, e);
      default -> call(Objects.requireNonNull(functions.byName().get(call.function())), e);
    };
  }

  private Node call(Function function, CelExpr e) {
    var arguments = new ArrayList<Node>();
    e.call().target().map(this::plan).ifPresent(arguments::add);
    arguments.addAll(plan(e.call().args()));
    var nodes = arguments.toArray(Node[]::new);
    var place = place(e);
    return run -> {
      run.spend(1);
      var values = new @Nullable Object[nodes.length];
      for (int i = 0; i < nodes.length; i++) {
        values[i] = nodes[i].eval(run);
      }
      run.at(place);
      return function.call(run, values);
    };
  }

  /// A pattern that stands in the expression is read once.
  private Node matches(CelCall call, CelExpr e) {
    var written = call.args().size() == 1 ? Literals.text(call.args().getFirst()) : null;
    var function = Objects.requireNonNull(functions.byName().get("matches"));
    if (written == null || written.isEmpty() || call.target().isEmpty()) {
      return call(function, e);
    }
    Pattern pattern = TextFunctions.pattern(written.get());
    var target = plan(call.target().get());
    var place = place(e);
    return run -> {
      run.spend(1);
      var value = target.eval(run);
      run.at(place);
      return value instanceof String text
          ? (Object) TextFunctions.matches(run, pattern, text)
          : function.call(run, new @Nullable Object[] {value, written.get()});
    };
  }

  private Node link() {
    reads.add("journey");
    return run -> {
      run.spend(1);
      var journey = run.bindings().find("journey");
      return journey.isPresent() && journey.get() instanceof Map<?, ?> map ? map.get("link") : "";
    };
  }

  private Node choose(List<Node> nodes, Place place) {
    return run -> {
      run.spend(1);
      return truth(run, nodes.getFirst(), place) ? nodes.get(1).eval(run) : nodes.get(2).eval(run);
    };
  }

  /// `&&` and `||`: one side that says `deciding` decides, whatever becomes of the other.
  private Node decide(Node left, Node right, boolean deciding, CelExpr e) {
    var place = place(e);
    return run -> {
      run.spend(1);
      boolean first;
      try {
        first = truth(run, left, place);
      } catch (ExpressionFailed failure) {
        if (isFinal(failure) || truth(run, right, place) != deciding) {
          throw failure;
        }
        return deciding;
      }
      return first == deciding ? first : (Object) truth(run, right, place);
    };
  }

  private static Node notFalse(Node node) {
    return run -> {
      try {
        return !Boolean.FALSE.equals(node.eval(run));
      } catch (ExpressionFailed failure) {
        if (isFinal(failure)) {
          throw failure;
        }
        return true;
      }
    };
  }

  /// Whether a failure ends the expression whatever stands around it.
  static boolean isFinal(ExpressionFailed failure) {
    return !failure.code().equals(Trouble.EXPRESSION);
  }

  private static boolean truth(Run run, Node node, Place place) {
    var value = node.eval(run);
    if (value instanceof Boolean truth) {
      return truth;
    }
    run.at(place);
    throw run.failed("A boolean was expected, but found %s.".formatted(Kind.of(value).words()));
  }
}
