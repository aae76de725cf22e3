package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;

/// An expression could not be worked out with the values at hand. `code` is one of those of
/// [dev.wayfare.flow.Trouble]; the message never holds a value, only names and types.
public final class ExpressionFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final transient Place place;

  public ExpressionFailed(String code, Place place, String message) {
    super(message, null, false, false);
    this.code = code;
    this.place = place;
  }

  public String code() {
    return code;
  }

  public Place place() {
    return place;
  }
}
