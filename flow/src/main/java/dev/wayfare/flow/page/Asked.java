package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A control that asks for one answer.
public sealed interface Asked extends Control
    permits TextField,
        LongText,
        NumberField,
        MoneyField,
        DateField,
        TimeField,
        EmailField,
        PhoneField,
        AddressField,
        Choice,
        Choices,
        Checkbox,
        Consent,
        FileField,
        Signature,
        Rating {
  Question question();

  /// The type of the answer.
  Type type();

  /// Reads what came back. Never trusts it: every rule the page shows holds here again.
  Answer read(Spot spot);

  /// The names its raw values come back under.
  default List<String> fields(String path) {
    return List.of(path);
  }

  /// The answer of somebody who gave none.
  default Object nothing() {
    return Values.empty(type());
  }

  /// What is said when an answer is required and none was given.
  default String missing() {
    return PageTexts.ENTER;
  }

  /// Writes an earlier answer as it would be typed, into the raw values of a page.
  default void write(Object value, String path, Map<String, List<String>> draft) {
    draft.put(path, List.of(Values.show(value)));
  }

  @Override
  default String id() {
    return question().id();
  }

  @Override
  default Optional<Expression> visible() {
    return question().visible();
  }
}
