package dev.wayfare.flow;

/// The type of a variable, an input or a profile value.
///
/// Values are plain Java everywhere in this module: `String` for text, date (`2026-11-23`), time
/// (`09:30`), email, phone (E.164), url and secret; `Double` for numbers; `Boolean`; `Instant` for
/// moments; `List` and `Map<String, …>` for the rest (money is `{amount, currency}`, an address
/// `{street, postal_code, city, country}`, a file `{id, name, type, size}`). See [Values].
public enum Type {
  TEXT("text"),
  NUMBER("number"),
  BOOLEAN("boolean"),
  DATE("date"),
  TIME("time"),
  MOMENT("moment"),
  EMAIL("email"),
  PHONE("phone"),
  URL("url"),
  MONEY("money"),
  ADDRESS("address"),
  FILE("file"),
  LIST("list"),
  OBJECT("object"),
  SECRET("secret"),
  ANY("any");

  private final String word;

  Type(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
