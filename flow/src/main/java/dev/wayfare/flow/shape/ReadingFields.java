package dev.wayfare.flow.shape;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Reference.Kind;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Composed;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Nearest;
import dev.wayfare.flow.expression.Scope;
import dev.wayfare.flow.expression.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of an object that stands in a document. What is wrong goes to the [Findings] and a
/// stand-in takes its place; what nobody asked for is a problem too.
public final class ReadingFields implements DocumentFields {
  private final Tree.Branch branch;
  private final String key;
  private final Surroundings around;
  private final Findings findings;
  private final Set<String> asked;

  private ReadingFields(
      Tree.Branch branch, String key, Surroundings around, Findings findings, Set<String> asked) {
    this.branch = branch;
    this.key = key;
    this.around = around;
    this.findings = findings;
    this.asked = asked;
  }

  /// Reads a whole document.
  public static <T> T read(
      Tree.Branch document, Findings findings, Function<DocumentFields, T> reader) {
    return new ReadingFields(document, "", Surroundings.NONE, findings, new LinkedHashSet<>())
        .readBy(reader);
  }

  private <T> T readBy(Function<? super ReadingFields, ? extends T> reader) {
    var result = reader.apply(this);
    branch.fields().forEach(this::refuseUnknown);
    return result;
  }

  private void refuseUnknown(String field, Tree tree) {
    if (asked.contains(field)) {
      return;
    }
    if (field.equals("note")) {
      word("note", "", "");
      return;
    }
    report(
        Code.FIELD_UNKNOWN,
        tree.place(),
        "There is no field `" + shorten(field) + "` here.",
        Nearest.wayOut(field, asked));
  }

  private ReadingFields with(Surroundings surroundings) {
    return new ReadingFields(branch, key, surroundings, findings, asked);
  }

  private ReadingFields child(Tree.Branch of, String under, Surroundings surroundings) {
    return new ReadingFields(of, under, surroundings, findings, new LinkedHashSet<>());
  }

  // what stands where

  @Override
  public String key() {
    return key;
  }

  @Override
  public String flow() {
    return around.flow();
  }

  @Override
  public Place place() {
    return branch.place();
  }

  private @Nullable Tree at(String field) {
    asked.add(field);
    return branch.fields().get(field);
  }

  private Place placeOf(String field) {
    var tree = branch.fields().get(field);
    return tree == null ? branch.place().in(field) : tree.place();
  }

  private void report(Code code, Place place, String text, String wayOut) {
    findings.problems().add(Problem.error(code, place, text, wayOut));
  }

  @Override
  public void problem(Code code, String field, String text, String wayOut) {
    report(code, field.isEmpty() ? place() : placeOf(field), text, wayOut);
  }

  @Override
  public void problem(Code code, Place place, String text, String wayOut) {
    report(code, place, text, wayOut);
  }

  private void missing(String field, String expected) {
    problem(
        Code.FIELD_MISSING,
        field,
        "The field `" + field + "` is missing: " + expected + " is needed.",
        "Add `" + field + ":` here.");
  }

  private void wrong(Tree found, String expected) {
    report(
        Code.FIELD_WRONG,
        found.place(),
        "Expected " + expected + ", found " + kind(found) + ".",
        found instanceof Tree.Leaf(Double number, _) && expected.startsWith("a text")
            ? "Put it in quotes: \"" + Values.show(number) + "\"."
            : "Write " + expected + ", or leave the field out where it may be.");
  }

  private static String kind(Tree found) {
    return switch (found) {
      case Tree.Branch _ -> "an object";
      case Tree.Twigs _ -> "a list";
      case Tree.Leaf(var value, _) ->
          switch (value) {
            case null -> "nothing";
            case String text -> "the text \"" + shorten(text) + "\"";
            case Double number -> "the number " + Values.show(number);
            default -> "the word " + value;
          };
    };
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private void refer(Kind kind, String target, Place place) {
    findings.references().add(new Reference(kind, around.flow(), around.step(), target, place));
  }

  // texts and expressions

  private record Written(String text, Place place) {}

  private Optional<Written> text(String field, String expected, boolean needed) {
    var tree = at(field);
    if (tree == null) {
      if (needed) {
        missing(field, expected);
      }
      return Optional.empty();
    }
    if (tree instanceof Tree.Leaf(String text, var place)) {
      return Optional.of(new Written(text, place));
    }
    wrong(tree, expected);
    return Optional.empty();
  }

  @Override
  public Template template(String field, String doc) {
    return text(field, "a text", true)
        .map(this::compile)
        .orElseGet(() -> StandIns.template(placeOf(field)));
  }

  @Override
  public Optional<Template> maybeTemplate(String field, String doc) {
    return text(field, "a text", false).map(this::compile);
  }

  private Template compile(Written source) {
    var template =
        findings.language.template(
            source.text(), source.place(), around.scope(), findings.problems()::add);
    reads(template.reads(), Set.of(), source.place());
    for (var link : template.links()) {
      if (link.step().isPresent()) {
        refer(Kind.FLOW_STEP, link.flow() + "/" + link.step().get(), source.place());
      } else {
        refer(Kind.FLOW, link.flow(), source.place());
      }
    }
    return template;
  }

  private void reads(Set<String> names, Set<String> more, Place place) {
    for (var name : names) {
      if (around.scope().variables().containsKey(name)
          && !around.own().contains(name)
          && !more.contains(name)) {
        refer(Kind.READS, name, place);
      }
    }
  }

  private Expression compile(Written source, Type wanted, Map<String, Type> more) {
    Scope scope = more.isEmpty() ? around.scope() : around.scope().with(more);
    var expression =
        findings.language.expression(
            source.text(), source.place(), wanted, scope, findings.problems()::add);
    reads(expression.reads(), more.keySet(), source.place());
    return expression;
  }

  /// The source of an expression: a text, or a number or truth that stands for itself.
  private Optional<Written> source(Tree tree) {
    if (tree instanceof Tree.Leaf(var value, var place)
        && (value instanceof String || value instanceof Double || value instanceof Boolean)) {
      return Optional.of(new Written(Values.show(value), place));
    }
    wrong(tree, "an expression");
    return Optional.empty();
  }

  @Override
  public Expression expression(String field, Type wanted, String doc) {
    var found = maybeExpression(field, wanted, doc);
    if (!branch.fields().containsKey(field)) {
      missing(field, "an expression");
    }
    return found.orElseGet(() -> StandIns.expression(placeOf(field)));
  }

  @Override
  public Optional<Expression> maybeExpression(String field, Type wanted, String doc) {
    return maybeExpression(field, wanted, Map.of(), doc);
  }

  @Override
  public Optional<Expression> maybeExpression(
      String field, Type wanted, Map<String, Type> more, String doc) {
    return Optional.ofNullable(at(field))
        .flatMap(this::source)
        .map(source -> compile(source, wanted, more));
  }

  @Override
  public Map<String, Expression> expressions(String field, String doc) {
    return each(
        field, (name, tree) -> source(tree).map(source -> compile(source, Type.ANY, Map.of())));
  }

  @Override
  public Map<String, Expression> inputs(String flowField, String field, String doc) {
    var types =
        branch.fields().get(flowField) instanceof Tree.Leaf(String flow, _)
            ? around.inputs().getOrDefault(flow, Map.of())
            : Map.<String, Type>of();
    return each(
        field,
        (name, tree) ->
            source(tree)
                .map(source -> compile(source, types.getOrDefault(name, Type.ANY), Map.of())));
  }

  @Override
  public Map<String, Expression> assigns(String field, String doc) {
    return each(
        field,
        (name, tree) -> {
          var type = around.scope().variables().get(name);
          if (type == null) {
            report(
                Code.NAME_UNKNOWN,
                tree.place(),
                "There is no variable `" + name + "` to set.",
                Nearest.to(name, around.scope().variables().keySet())
                    .map(meant -> "Did you mean `" + meant + "`?")
                    .orElse("Declare it under `variables` of the app or of this flow."));
          }
          refer(Kind.SETS, name, tree.place());
          return source(tree)
              .map(source -> compile(source, type == null ? Type.ANY : type, Map.of()));
        });
  }

  // names

  /// Whether a name may be one; if not, that is a problem.
  private boolean name(String name, Place place) {
    if (Names.fits(name)) {
      return true;
    }
    report(Code.NAME_WRONG, place, "`" + shorten(name) + "` cannot be a name.", Names.RULE);
    return false;
  }

  private Optional<String> named(String field, String what, boolean needed, @Nullable Kind kind) {
    var written = text(field, what, needed);
    written.ifPresent(
        found -> {
          if (name(found.text(), found.place()) && kind != null) {
            refer(kind, found.text(), found.place());
          }
        });
    return written.map(Written::text);
  }

  @Override
  public Exit exit(String field, String doc) {
    return maybeExit(field, doc).orElse(Exit.NONE);
  }

  @Override
  public Optional<Exit> maybeExit(String field, String doc) {
    return named(field, "a text, the id of a step", false, Kind.EXIT)
        .map(step -> new Exit(Optional.of(step)));
  }

  @Override
  public String entrance(String field, String doc) {
    return named(field, "a text, the id of a step", true, Kind.EXIT).orElse("");
  }

  @Override
  public String runs(String field, String doc) {
    return named(field, "a text, the name of a flow", true, Kind.RUN).orElse("");
  }

  @Override
  public String starts(String field, String doc) {
    return named(field, "a text, the name of a flow", true, Kind.FLOW).orElse("");
  }

  @Override
  public Optional<String> maybeStarts(String field, String doc) {
    return named(field, "a text, the name of a flow", false, Kind.FLOW);
  }

  @Override
  public Optional<String> maybeStepOf(String flowField, String field, String doc) {
    var step = named(field, "a text, the id of a step", false, null);
    if (branch.fields().get(flowField) instanceof Tree.Leaf(String flow, _)) {
      step.ifPresent(id -> refer(Kind.FLOW_STEP, flow + "/" + id, placeOf(field)));
    }
    return step;
  }

  @Override
  public Optional<String> maybeHours(String field, String doc) {
    return named(field, "a text, the name of opening hours", false, Kind.HOURS);
  }

  @Override
  public String sets(String field, String doc) {
    return sets(field, Type.ANY, doc);
  }

  @Override
  public Optional<String> maybeSets(String field, String doc) {
    return maybeSets(field, Type.ANY, doc);
  }

  @Override
  public String sets(String field, Type type, String doc) {
    return setting(field, type, true).orElse("");
  }

  @Override
  public Optional<String> maybeSets(String field, Type type, String doc) {
    return setting(field, type, false);
  }

  private Optional<String> setting(String field, Type type, boolean needed) {
    var variable = named(field, "a text, the name of a variable", needed, Kind.SETS);
    variable
        .filter(Names::fits)
        .ifPresent(
            name -> {
              findings.set(name, type);
              var declared = around.scope().variables().getOrDefault(name, Type.ANY);
              if (!Values.takes(declared, type)) {
                unfit(field, name, declared, type);
              }
            });
    return variable;
  }

  private void unfit(String field, String variable, Type declared, Type given) {
    problem(
        Code.VARIABLE_TYPE,
        field,
        "`%s` is of type %s, and what comes here is of type %s."
            .formatted(variable, declared.word(), given.word()),
        "Declare `%s` as %s, or put this into a variable of its own."
            .formatted(variable, given.word()));
  }

  @Override
  public String word(String field, String doc) {
    return text(field, "a text", true).map(Written::text).orElse("");
  }

  @Override
  public String word(String field, String otherwise, String doc) {
    return text(field, "a text", false).map(Written::text).orElse(otherwise);
  }

  @Override
  public List<String> words(String field, String doc) {
    var found = new ArrayList<String>();
    for (var item : items(field, "a list of texts")) {
      if (item instanceof Tree.Leaf(String word, _)) {
        found.add(word);
      } else {
        wrong(item, "a text");
      }
    }
    return List.copyOf(found);
  }

  @Override
  public String matching(String field, Form form, String doc) {
    return formed(field, form, true).orElse("");
  }

  @Override
  public Optional<String> maybeMatching(String field, Form form, String doc) {
    return formed(field, form, false);
  }

  @Override
  public Optional<Tree> maybeTree(String field, String doc) {
    return Optional.ofNullable(at(field));
  }

  @Override
  public Optional<Composed> maybeComposed(String field, String doc) {
    return Optional.ofNullable(at(field)).map(this::composed);
  }

  private Composed composed(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(String text, var place) ->
          new Composed.Text(compile(new Written(text, place)));
      case Tree.Leaf(var value, _) -> new Composed.Constant(value);
      case Tree.Twigs(var items, _) ->
          new Composed.Items(items.stream().map(this::composed).toList());
      case Tree.Branch(var fields, _) -> {
        var composed = new LinkedHashMap<String, Composed>();
        fields.forEach((name, field) -> composed.put(name, composed(field)));
        yield new Composed.Fields(Collections.unmodifiableMap(composed));
      }
    };
  }

  private Optional<String> formed(String field, Form form, boolean needed) {
    var written = text(field, "a text, " + form.words(), needed);
    var fitting = written.filter(found -> form.fits(found.text()));
    if (written.isPresent() && fitting.isEmpty()) {
      wrong(branch.fields().getOrDefault(field, branch), form.words());
    }
    return fitting.map(Written::text);
  }

  // figures

  @Override
  public void constant(String field, double value, String doc) {
    number(field, value, value, value, doc);
  }

  @Override
  public void open(String field, String doc) {
    at(field);
  }

  @Override
  public boolean flag(String field, boolean otherwise, String doc) {
    var tree = at(field);
    if (tree == null) {
      return otherwise;
    }
    if (tree instanceof Tree.Leaf(Boolean value, _)) {
      return value;
    }
    wrong(tree, "true or false");
    return otherwise;
  }

  @Override
  public double number(String field, double otherwise, double least, double most, String doc) {
    return figure(field, otherwise, least, most, false);
  }

  @Override
  public int count(String field, int otherwise, int least, int most, String doc) {
    return (int) figure(field, otherwise, least, most, true);
  }

  private double figure(String field, double otherwise, double least, double most, boolean whole) {
    var tree = at(field);
    if (tree == null) {
      return otherwise;
    }
    if (tree instanceof Tree.Leaf(Double value, _)
        && value >= least
        && value <= most
        && (!whole || value == Math.rint(value))) {
      return value;
    }
    var from = Values.show(least);
    var to = Values.show(most);
    wrong(tree, (whole ? "a whole number from " : "a number from ") + from + " to " + to);
    return otherwise;
  }

  @Override
  public Duration duration(String field, String doc) {
    return length(field, true).orElse(Duration.ZERO);
  }

  @Override
  public Optional<Duration> maybeDuration(String field, String doc) {
    return length(field, false);
  }

  private Optional<Duration> length(String field, boolean needed) {
    var expected = "a length of time like 90s, 30m, 24h, 7d or PT30M";
    var written = text(field, expected, needed);
    var length = written.flatMap(found -> Durations.parse(found.text()));
    if (written.isPresent() && length.isEmpty()) {
      wrong(new Tree.Leaf(written.get().text(), written.get().place()), expected);
    }
    return length;
  }

  @Override
  public <E extends Enum<E>> E choice(String field, Class<E> of, E otherwise, String doc) {
    return chosen(field, of, false).orElse(otherwise);
  }

  @Override
  public <E extends Enum<E>> E choice(String field, Class<E> of, String doc) {
    return chosen(field, of, true).orElse(of.getEnumConstants()[0]);
  }

  private <E extends Enum<E>> Optional<E> chosen(String field, Class<E> of, boolean needed) {
    var all = List.of(of.getEnumConstants());
    var words = all.stream().map(DescribingFields::word).toList();
    var expected = "one of " + String.join(", ", words);
    var written = text(field, expected, needed);
    var at = written.map(found -> words.indexOf(found.text())).orElse(-1);
    if (at < 0 && written.isPresent()) {
      report(
          Code.FIELD_WRONG,
          written.get().place(),
          "Expected " + expected + ", found \"" + shorten(written.get().text()) + "\".",
          Nearest.wayOut(written.get().text(), words));
    }
    return at < 0 ? Optional.empty() : Optional.of(all.get(at));
  }

  @Override
  public Optional<Object> maybeValue(String field, Type type, String doc) {
    var tree = at(field);
    if (tree == null) {
      return Optional.empty();
    }
    var value = PlainValues.read(tree, type);
    if (value.isEmpty()) {
      wrong(tree, PlainValues.expected(type));
    }
    return value;
  }

  // objects within

  private List<Tree> items(String field, String expected) {
    return switch (at(field)) {
      case null -> List.of();
      case Tree.Twigs(var items, _) -> items;
      case Tree other -> {
        wrong(other, expected);
        yield List.of();
      }
    };
  }

  /// Reads every entry of an object whose keys are the builder's names.
  private <T> Map<String, T> each(String field, BiFunction<String, Tree, Optional<T>> reader) {
    var found = new LinkedHashMap<String, T>();
    switch (at(field)) {
      case null -> {}
      case Tree.Branch(var fields, _) ->
          fields.forEach(
              (name, tree) -> {
                name(name, tree.place());
                reader.apply(name, tree).ifPresent(value -> found.put(name, value));
              });
      case Tree other -> wrong(other, "an object with names");
    }
    return Collections.unmodifiableMap(found);
  }

  private <T> Optional<T> object(
      Tree tree,
      String under,
      Surroundings surroundings,
      Function<? super ReadingFields, ? extends T> reader) {
    if (tree instanceof Tree.Branch inner) {
      return Optional.of(child(inner, under, surroundings).readBy(reader));
    }
    wrong(tree, "an object");
    return Optional.empty();
  }

  private <T> Optional<T> object(
      Tree tree, String under, Surroundings surroundings, Variants<T> variants) {
    if (!(tree instanceof Tree.Branch inner)) {
      wrong(tree, "an object");
      return Optional.empty();
    }
    var fields = child(inner, under, surroundings);
    var type = fields.text("type", "the type of the " + variants.noun(), true);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var reader = variants.readers().get(type.get().text());
    if (reader == null) {
      report(
          variants.unknown(),
          type.get().place(),
          "There is no " + variants.noun() + " type `" + shorten(type.get().text()) + "`.",
          Nearest.wayOut(type.get().text(), variants.readers().keySet()));
      return Optional.empty();
    }
    return Optional.of(fields.readBy(reader));
  }

  @Override
  public <T> Optional<T> maybe(String field, Function<Fields, T> reader, String doc) {
    return Optional.ofNullable(at(field)).flatMap(tree -> object(tree, field, around, reader));
  }

  @Override
  public <T> Optional<T> section(String field, Function<DocumentFields, T> reader, String doc) {
    return Optional.ofNullable(at(field)).flatMap(tree -> object(tree, field, around, reader));
  }

  @Override
  public <T> List<T> list(String field, Function<Fields, T> reader, String doc) {
    return listOf(field, (tree, at) -> object(tree, at, around, reader));
  }

  @Override
  public <T> List<T> list(String field, Variants<T> variants, String doc) {
    return listOf(field, (tree, at) -> object(tree, at, around, variants));
  }

  private <T> List<T> listOf(String field, BiFunction<Tree, String, Optional<T>> reader) {
    var found = new ArrayList<T>();
    var trees = items(field, "a list");
    for (var i = 0; i < trees.size(); i++) {
      reader.apply(trees.get(i), Integer.toString(i)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  @Override
  public <T> Map<String, T> map(String field, Function<Fields, T> reader, String doc) {
    return each(field, (name, tree) -> object(tree, name, around, reader));
  }

  @Override
  public <T> Map<String, T> map(String field, Variants<T> variants, String doc) {
    return each(field, (name, tree) -> object(tree, name, around, variants));
  }

  // sections of the document

  @Override
  public <T> Map<String, T> entries(String field, Function<DocumentFields, T> reader, String doc) {
    return each(field, (name, tree) -> object(tree, name, around, reader));
  }

  @Override
  public <T> Map<String, T> entries(
      String field, String shortFor, Function<DocumentFields, T> reader, String doc) {
    return each(
        field,
        (name, tree) ->
            object(
                tree instanceof Tree.Leaf(String _, var place)
                    ? new Tree.Branch(Map.of(shortFor, tree), place)
                    : tree,
                name,
                around,
                reader));
  }

  @Override
  public <T> Map<String, T> entries(String field, Variants<T> variants, String doc) {
    return map(field, variants, doc);
  }

  @Override
  public <T> Map<String, T> steps(String field, Variants<T> variants, String doc) {
    if (!branch.fields().containsKey(field)) {
      missing(field, "an object with the steps by their ids");
    }
    return each(field, (id, tree) -> object(tree, id, around.inStep(id), variants));
  }

  @Override
  public <T> Map<String, Type> setBy(String stepsField, Variants<T> variants) {
    var quiet = new Findings(new StandIns.Mute());
    new ReadingFields(branch, key, around, quiet, new LinkedHashSet<>())
        .steps(stepsField, variants, "");
    return quiet.sets;
  }

  @Override
  public Fields seeing(Map<String, Type> more) {
    return with(around.seeing(more));
  }

  @Override
  public DocumentFields asFlow() {
    return with(around.inFlow(key));
  }

  @Override
  public DocumentFields knowingInputs(Map<String, Map<String, Type>> inputs) {
    return with(around.withInputs(inputs));
  }

  @Override
  public DocumentFields knowing(Map<String, Type> variables, Map<String, Type> profile) {
    return with(around.knowing(variables, profile));
  }
}
