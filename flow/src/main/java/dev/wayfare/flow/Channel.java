package dev.wayfare.flow;

/// Where a flow meets the person. `NONE` is a data flow: plain logic with inputs and one result.
public enum Channel {
  TEXT("text"),
  VOICE("voice"),
  WEB("web"),
  NONE("none");

  private final String word;

  Channel(String word) {
    this.word = word;
  }

  /// The word documents, screens and the API use.
  public String word() {
    return word;
  }
}
