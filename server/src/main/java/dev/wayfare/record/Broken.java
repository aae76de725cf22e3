package dev.wayfare.record;

/// A rule that was broken; carried to the door of the store, where it becomes an answer.
final class Broken extends RuntimeException {
  static final String TAKEN = "RECORD_TAKEN";
  static final String INCOMPLETE = "RECORD_INCOMPLETE";
  static final String WRONG = "RECORD_WRONG";
  static final String GONE = "RECORD_GONE";

  private final String code;
  private final String field;
  private final String text;

  Broken(String code, String field, String text) {
    super(code + ": " + text, null, false, false);
    this.code = code;
    this.field = field;
    this.text = text;
  }

  static Broken wrong(String field, String text) {
    return new Broken(WRONG, field, text);
  }

  String code() {
    return code;
  }

  String field() {
    return field;
  }

  String text() {
    return text;
  }
}
