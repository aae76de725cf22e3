package dev.wayfare.flow.shape;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The fields of one object in a document, asked for by name.
///
/// A step's constructor asks for each field once, in the order in which the canonical form writes
/// them. Run over a document it reads; run over nothing it describes: the JSON Schema and `docs/`
/// come from the same calls. While reading, every name that points elsewhere is kept as a
/// [dev.wayfare.flow.Reference]; a wrong field becomes a problem and a harmless stand-in value, so
/// that one reading tells all problems at once.
///
/// `doc` is one sentence for the builder, in Markdown.
public interface Fields {
  /// The key under which this object stands: a step's id, a control's id, a variable's name.
  String key();

  /// The flow this object stands in; empty outside flows.
  String flow();

  dev.wayfare.flow.Place place();

  // texts and expressions

  Template template(String field, String doc);

  Optional<Template> maybeTemplate(String field, String doc);

  /// An expression of the wanted type ([Type#ANY] takes all).
  Expression expression(String field, Type wanted, String doc);

  Optional<Expression> maybeExpression(String field, Type wanted, String doc);

  /// An expression that also sees `more` names: the variable an answer is about to go into, the
  /// item of a list.
  Optional<Expression> maybeExpression(
      String field, Type wanted, Map<String, Type> more, String doc);

  /// Expressions by a name of the builder's: inputs of a flow, values to set.
  Map<String, Expression> expressions(String field, String doc);

  /// Expressions by the inputs of the flow that `flowField` names; each takes its input's type.
  Map<String, Expression> inputs(String flowField, String field, String doc);

  /// Expressions by the variable each is set to; each variable must be declared, and takes its
  /// type.
  Map<String, Expression> assigns(String field, String doc);

  // names

  /// An exit to a step of this flow; left out, the flow ends here.
  Exit exit(String field, String doc);

  /// An exit that changes what happens by being there at all (`failed`, `silent`).
  Optional<Exit> maybeExit(String field, String doc);

  /// The name of a flow that is run on the caller's stack.
  String runs(String field, String doc);

  /// The name of a flow that is started on its own channel.
  String starts(String field, String doc);

  Optional<String> maybeStarts(String field, String doc);

  /// The id of a step in the flow that `flowField` names.
  Optional<String> maybeStepOf(String flowField, String field, String doc);

  /// The name of a calendar in the app's `hours`.
  Optional<String> maybeHours(String field, String doc);

  /// A variable that this object sets. Not declared, it is a variable of this flow.
  String sets(String field, String doc);

  Optional<String> maybeSets(String field, String doc);

  /// The same, where it is known what the variable will hold: that becomes the type of a variable
  /// nobody declared.
  String sets(String field, Type type, String doc);

  Optional<String> maybeSets(String field, Type type, String doc);

  /// A plain word or sentence that is not a template: a code, a name, a note.
  String word(String field, String doc);

  String word(String field, String otherwise, String doc);

  List<String> words(String field, String doc);

  /// A text of a certain form.
  String matching(String field, DocumentFields.Form form, String doc);

  /// A value of any kind, as it is written.
  Optional<dev.wayfare.flow.Tree> maybeTree(String field, String doc);

  /// A value of any kind, each text in it a template.
  Optional<dev.wayfare.flow.expression.Composed> maybeComposed(String field, String doc);

  // figures

  boolean flag(String field, boolean otherwise, String doc);

  double number(String field, double otherwise, double least, double most, String doc);

  int count(String field, int otherwise, int least, int most, String doc);

  /// A length of time: ISO 8601 (`PT30M`) or short (`30m`, `24h`, `7d`).
  Duration duration(String field, String doc);

  Optional<Duration> maybeDuration(String field, String doc);

  /// One of an enum's words (lower case, `_` kept).
  <E extends Enum<E>> E choice(String field, Class<E> of, E otherwise, String doc);

  /// One of an enum's words, required.
  <E extends Enum<E>> E choice(String field, Class<E> of, String doc);

  /// A plain value of this type, as a default or a constant.
  Optional<Object> maybeValue(String field, Type type, String doc);

  // objects within

  <T> Optional<T> maybe(String field, Function<Fields, T> reader, String doc);

  <T> List<T> list(String field, Function<Fields, T> reader, String doc);

  /// Objects by a name of the builder's; the order is kept.
  <T> Map<String, T> map(String field, Function<Fields, T> reader, String doc);

  /// One of several types of object, told apart by their field `type`.
  <T> List<T> list(String field, Variants<T> variants, String doc);

  <T> Map<String, T> map(String field, Variants<T> variants, String doc);

  /// This same object as something that sees more names in its expressions (the item of a list).
  Fields seeing(Map<String, Type> more);

  /// Reports something the field calls cannot know.
  void problem(dev.wayfare.flow.Problem.Code code, String field, String text, String wayOut);

  /// The same of a place further in.
  void problem(
      dev.wayfare.flow.Problem.Code code, dev.wayfare.flow.Place place, String text, String wayOut);
}
