package dev.wayfare.flow.shape;

import dev.wayfare.flow.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What only the document's own sections need beside [Fields]: names that come into sight, steps,
/// entries whose order says nothing, and texts of a certain form.
public interface DocumentFields extends Fields {

  /// A field that says this number and nothing else.
  void constant(String field, double value, String doc);

  /// A field that may hold anything; nobody here looks inside.
  void open(String field, String doc);

  /// A text of a certain form, with what stands for it when it is left out.
  Optional<String> maybeMatching(String field, Form form, String doc);

  /// The id of the step where this flow begins.
  String entrance(String field, String doc);

  /// The objects of a section by name. Their order says nothing.
  <T> Map<String, T> entries(String field, Function<DocumentFields, T> reader, String doc);

  /// The same, where the bare text `x` is short for the object `{shortFor: x}`.
  <T> Map<String, T> entries(
      String field, String shortFor, Function<DocumentFields, T> reader, String doc);

  <T> Map<String, T> entries(String field, Variants<T> variants, String doc);

  /// One object within that is a section itself.
  <T> Optional<T> section(String field, Function<DocumentFields, T> reader, String doc);

  /// The steps of this flow by id.
  <T> Map<String, T> steps(String field, Variants<T> variants, String doc);

  /// The variables that these steps set, each with the type its step tells, or [Type#ANY].
  <T> Map<String, Type> setBy(String stepsField, Variants<T> variants);

  /// This same object as a flow: steps named in it are steps of the flow under its key.
  DocumentFields asFlow();

  /// This same object with these names in sight, from here on down.
  DocumentFields knowing(Map<String, Type> variables, Map<String, Type> profile);

  /// This same object, knowing the types of every flow's inputs, from here on down.
  DocumentFields knowingInputs(Map<String, Map<String, Type>> inputs);

  /// The form of a text: a pattern for the whole of it, its greatest length, and both in words.
  record Form(String pattern, int most, String words) {
    boolean fits(String text) {
      return text.length() <= most && text.matches(pattern);
    }
  }
}
