package dev.wayfare.connector;

/// A name and its value: in a query, a form or among the headers.
public record Field(String name, String value) {

  /// A value may be a customer's.
  @Override
  public String toString() {
    return "Field[" + name + "]";
  }
}
