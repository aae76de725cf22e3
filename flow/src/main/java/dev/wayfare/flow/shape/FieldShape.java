package dev.wayfare.flow.shape;

import dev.wayfare.flow.Type;
import java.util.List;
import java.util.Optional;

/// One field of an object: whether it must be there, what it means when it is not, and what it
/// holds.
public record FieldShape(
    String name, boolean required, Optional<Object> otherwise, Holds holds, String doc) {

  /// What a field holds.
  public sealed interface Holds {}

  /// A text that means something: `role` says what.
  public record Text(Role role, Optional<DocumentFields.Form> form) implements Holds {}

  /// The roles a text can have.
  public enum Role {
    PLAIN,
    TEMPLATE,
    STEP,
    FLOW,
    VARIABLE,
    DURATION
  }

  /// The id of a step in the flow that another field of this object names.
  public record StepOf(String flowField) implements Holds {}

  /// An expression.
  public record Formula(Type wanted) implements Holds {}

  /// Expressions by name.
  public record Formulas() implements Holds {}

  public record Words() implements Holds {}

  public record Flag() implements Holds {}

  public record Figure(double least, double most, boolean whole) implements Holds {}

  public record Choice(List<String> words) implements Holds {}

  /// A plain value of a type.
  public record Value(Type type) implements Holds {}

  public record Constant(double value) implements Holds {}

  /// Anything.
  public record Open() implements Holds {}

  public record One(ObjectShape of) implements Holds {}

  public record Many(ObjectShape of) implements Holds {}

  /// Objects by name; `shortFor` is the field a bare text stands for; `ordered` says whether their
  /// order means something.
  public record Named(ObjectShape of, Optional<String> shortFor, boolean ordered)
      implements Holds {}

  /// Objects of several types; `noun` names them in [DocumentShape].
  public record ManyOf(String noun) implements Holds {}

  public record NamedOf(String noun, boolean ordered) implements Holds {}
}
