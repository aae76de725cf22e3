package dev.wayfare.flow.shape;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.DocumentShape.Variant;
import dev.wayfare.flow.shape.FieldShape.Holds;
import dev.wayfare.flow.shape.FieldShape.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asked for fields, it keeps what was asked and gives harmless values back: so the readers tell
/// the shape of the document.
final class DescribingFields implements DocumentFields {
  static final String NOTE = "A remark for builders. It changes nothing.";
  private final List<FieldShape> fields = new ArrayList<>();
  private final Map<String, Map<String, Variant>> variants;

  DescribingFields(Map<String, Map<String, Variant>> variants) {
    this.variants = variants;
  }

  /// What was asked. A note nobody asked for stands after the type, or first.
  ObjectShape shape() {
    if (fields.stream().noneMatch(field -> field.name().equals("note"))) {
      var first = !fields.isEmpty() && fields.getFirst().name().equals("type") ? 1 : 0;
      fields.add(first, field("note", false, Optional.empty(), text(Role.PLAIN), NOTE));
    }
    return new ObjectShape(List.copyOf(fields));
  }

  private static FieldShape field(
      String name, boolean required, Optional<Object> otherwise, Holds holds, String doc) {
    return new FieldShape(name, required, otherwise, holds, doc);
  }

  private static Holds text(Role role) {
    return new FieldShape.Text(role, Optional.empty());
  }

  private void must(String name, Holds holds, String doc) {
    add(field(name, true, Optional.empty(), holds, doc));
  }

  private void may(String name, Holds holds, String doc) {
    add(field(name, false, Optional.empty(), holds, doc));
  }

  private void may(String name, Object otherwise, Holds holds, String doc) {
    add(field(name, false, Optional.of(otherwise), holds, doc));
  }

  private void add(FieldShape field) {
    if (fields.stream().noneMatch(known -> known.name().equals(field.name()))) {
      fields.add(field);
    }
  }

  private ObjectShape describe(Function<? super DescribingFields, ?> reader) {
    var inner = new DescribingFields(variants);
    var _ = reader.apply(inner);
    return inner.shape();
  }

  private String describe(Variants<?> all) {
    if (variants.containsKey(all.noun())) {
      return all.noun();
    }
    var shapes = new LinkedHashMap<String, Variant>();
    variants.put(all.noun(), shapes);
    all.readers()
        .forEach(
            (word, reader) -> {
              var inner = new DescribingFields(variants);
              inner.must("type", new FieldShape.Choice(List.of(word)), "What this is.");
              var _ = reader.apply(inner);
              shapes.put(word, new Variant(all.docs().getOrDefault(word, ""), inner.shape()));
            });
    return all.noun();
  }

  private static List<String> words(Class<? extends Enum<?>> of) {
    return Stream.of(of.getEnumConstants()).map(DescribingFields::word).toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public String flow() {
    return "";
  }

  @Override
  public Place place() {
    return Place.ROOT;
  }

  @Override
  public Template template(String field, String doc) {
    must(field, text(Role.TEMPLATE), doc);
    return StandIns.template(Place.ROOT);
  }

  @Override
  public Optional<Template> maybeTemplate(String field, String doc) {
    may(field, text(Role.TEMPLATE), doc);
    return Optional.empty();
  }

  @Override
  public Expression expression(String field, Type wanted, String doc) {
    must(field, new FieldShape.Formula(wanted), doc);
    return StandIns.expression(Place.ROOT);
  }

  @Override
  public Optional<Expression> maybeExpression(String field, Type wanted, String doc) {
    may(field, new FieldShape.Formula(wanted), doc);
    return Optional.empty();
  }

  @Override
  public Optional<Expression> maybeExpression(
      String field, Type wanted, Map<String, Type> more, String doc) {
    return maybeExpression(field, wanted, doc);
  }

  @Override
  public Map<String, Expression> expressions(String field, String doc) {
    may(field, new FieldShape.Formulas(), doc);
    return Map.of();
  }

  @Override
  public Map<String, Expression> inputs(String flowField, String field, String doc) {
    return expressions(field, doc);
  }

  @Override
  public Map<String, Expression> assigns(String field, String doc) {
    return expressions(field, doc);
  }

  @Override
  public Exit exit(String field, String doc) {
    may(field, text(Role.STEP), doc);
    return Exit.NONE;
  }

  @Override
  public Optional<Exit> maybeExit(String field, String doc) {
    may(field, text(Role.STEP), doc);
    return Optional.empty();
  }

  @Override
  public String entrance(String field, String doc) {
    must(field, text(Role.STEP), doc);
    return "";
  }

  @Override
  public String runs(String field, String doc) {
    must(field, text(Role.FLOW), doc);
    return "";
  }

  @Override
  public String starts(String field, String doc) {
    return runs(field, doc);
  }

  @Override
  public Optional<String> maybeStarts(String field, String doc) {
    may(field, text(Role.FLOW), doc);
    return Optional.empty();
  }

  @Override
  public Optional<String> maybeStepOf(String flowField, String field, String doc) {
    may(field, new FieldShape.StepOf(flowField), doc);
    return Optional.empty();
  }

  @Override
  public Optional<String> maybeHours(String field, String doc) {
    may(field, text(Role.PLAIN), doc);
    return Optional.empty();
  }

  @Override
  public String sets(String field, String doc) {
    must(field, text(Role.VARIABLE), doc);
    return "";
  }

  @Override
  public Optional<String> maybeSets(String field, String doc) {
    may(field, text(Role.VARIABLE), doc);
    return Optional.empty();
  }

  @Override
  public String sets(String field, Type type, String doc) {
    return sets(field, doc);
  }

  @Override
  public Optional<String> maybeSets(String field, Type type, String doc) {
    return maybeSets(field, doc);
  }

  @Override
  public String word(String field, String doc) {
    must(field, text(Role.PLAIN), doc);
    return "";
  }

  @Override
  public String word(String field, String otherwise, String doc) {
    if (otherwise.isEmpty()) {
      may(field, text(Role.PLAIN), doc);
    } else {
      may(field, otherwise, text(Role.PLAIN), doc);
    }
    return otherwise;
  }

  @Override
  public List<String> words(String field, String doc) {
    may(field, new FieldShape.Words(), doc);
    return List.of();
  }

  @Override
  public boolean flag(String field, boolean otherwise, String doc) {
    may(field, otherwise, new FieldShape.Flag(), doc);
    return otherwise;
  }

  @Override
  public double number(String field, double otherwise, double least, double most, String doc) {
    may(field, otherwise, new FieldShape.Figure(least, most, false), doc);
    return otherwise;
  }

  @Override
  public int count(String field, int otherwise, int least, int most, String doc) {
    may(field, (double) otherwise, new FieldShape.Figure(least, most, true), doc);
    return otherwise;
  }

  @Override
  public Duration duration(String field, String doc) {
    must(field, text(Role.DURATION), doc);
    return Duration.ZERO;
  }

  @Override
  public Optional<Duration> maybeDuration(String field, String doc) {
    may(field, text(Role.DURATION), doc);
    return Optional.empty();
  }

  @Override
  public <E extends Enum<E>> E choice(String field, Class<E> of, E otherwise, String doc) {
    may(field, word(otherwise), new FieldShape.Choice(words(of)), doc);
    return otherwise;
  }

  @Override
  public <E extends Enum<E>> E choice(String field, Class<E> of, String doc) {
    must(field, new FieldShape.Choice(words(of)), doc);
    return of.getEnumConstants()[0];
  }

  @Override
  public Optional<Object> maybeValue(String field, Type type, String doc) {
    may(field, new FieldShape.Value(type), doc);
    return Optional.empty();
  }

  @Override
  public <T> Optional<T> maybe(String field, Function<Fields, T> reader, String doc) {
    may(field, new FieldShape.One(describe(reader)), doc);
    return Optional.empty();
  }

  @Override
  public <T> Optional<T> section(String field, Function<DocumentFields, T> reader, String doc) {
    may(field, new FieldShape.One(describe(reader)), doc);
    return Optional.empty();
  }

  @Override
  public <T> List<T> list(String field, Function<Fields, T> reader, String doc) {
    may(field, new FieldShape.Many(describe(reader)), doc);
    return List.of();
  }

  @Override
  public <T> Map<String, T> map(String field, Function<Fields, T> reader, String doc) {
    may(field, new FieldShape.Named(describe(reader), Optional.empty(), true), doc);
    return Map.of();
  }

  @Override
  public <T> List<T> list(String field, Variants<T> all, String doc) {
    may(field, new FieldShape.ManyOf(describe(all)), doc);
    return List.of();
  }

  @Override
  public <T> Map<String, T> map(String field, Variants<T> all, String doc) {
    may(field, new FieldShape.NamedOf(describe(all), true), doc);
    return Map.of();
  }

  @Override
  public <T> Map<String, T> entries(String field, Function<DocumentFields, T> reader, String doc) {
    may(field, new FieldShape.Named(describe(reader), Optional.empty(), false), doc);
    return Map.of();
  }

  @Override
  public <T> Map<String, T> entries(
      String field, String shortFor, Function<DocumentFields, T> reader, String doc) {
    may(field, new FieldShape.Named(describe(reader), Optional.of(shortFor), false), doc);
    return Map.of();
  }

  @Override
  public <T> Map<String, T> entries(String field, Variants<T> all, String doc) {
    may(field, new FieldShape.NamedOf(describe(all), false), doc);
    return Map.of();
  }

  @Override
  public <T> Map<String, T> steps(String field, Variants<T> all, String doc) {
    must(field, new FieldShape.NamedOf(describe(all), false), doc);
    return Map.of();
  }

  @Override
  public <T> Map<String, Type> setBy(String stepsField, Variants<T> all) {
    return Map.of();
  }

  @Override
  public void constant(String field, double value, String doc) {
    must(field, new FieldShape.Constant(value), doc);
  }

  @Override
  public void open(String field, String doc) {
    may(field, new FieldShape.Open(), doc);
  }

  @Override
  public String matching(String field, Form form, String doc) {
    must(field, new FieldShape.Text(Role.PLAIN, Optional.of(form)), doc);
    return "";
  }

  @Override
  public Optional<dev.wayfare.flow.Tree> maybeTree(String field, String doc) {
    may(field, new FieldShape.Value(Type.ANY), doc);
    return Optional.empty();
  }

  @Override
  public Optional<dev.wayfare.flow.expression.Composed> maybeComposed(String field, String doc) {
    may(field, new FieldShape.Value(Type.ANY), doc);
    return Optional.empty();
  }

  @Override
  public Optional<String> maybeMatching(String field, Form form, String doc) {
    may(field, new FieldShape.Text(Role.PLAIN, Optional.of(form)), doc);
    return Optional.empty();
  }

  @Override
  public Fields seeing(Map<String, Type> more) {
    return this;
  }

  @Override
  public DocumentFields asFlow() {
    return this;
  }

  @Override
  public DocumentFields knowingInputs(Map<String, Map<String, Type>> inputs) {
    return this;
  }

  @Override
  public DocumentFields knowing(Map<String, Type> variables, Map<String, Type> profile) {
    return this;
  }

  @Override
  public void problem(Problem.Code code, String field, String text, String wayOut) {
    // Nothing was read, so nothing can be wrong.
  }

  @Override
  public void problem(Problem.Code code, Place place, String text, String wayOut) {
    // Nothing was read, so nothing can be wrong.
  }
}
