package dev.wayfare.flow.change;

/// What sort of thing changed, in the terms of those who answer to customers.
public enum Sort {
  SAID("said"),
  ASKED("asked"),
  SHOWN("shown"),
  HEARD("heard"),
  OPTION("option"),
  CONTROL("control"),
  TRIGGER("trigger"),
  TIMING("timing"),
  LOGIC("logic"),
  FLOW("flow"),
  VARIABLE("variable"),
  RECORD_TYPE("record type"),
  PROFILE_VALUE("profile value"),
  THEME("theme"),
  ANSWER("answer"),
  TITLE("title");

  private final String word;

  Sort(String word) {
    this.word = word;
  }

  /// The word screens and the API use.
  public String word() {
    return word;
  }

  /// Whether it is what people read or hear, so that a sentence can say it.
  boolean speaks() {
    return this == SAID || this == ASKED || this == SHOWN || this == HEARD || this == OPTION;
  }

  /// What a text of this sort does.
  String verb() {
    return switch (this) {
      case ASKED -> "asks";
      case SHOWN -> "shows";
      case SAID,
          HEARD,
          OPTION,
          CONTROL,
          TRIGGER,
          TIMING,
          LOGIC,
          FLOW,
          VARIABLE,
          RECORD_TYPE,
          PROFILE_VALUE,
          THEME,
          ANSWER,
          TITLE ->
          "says";
    };
  }
}
