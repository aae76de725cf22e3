package dev.wayfare.record;

/// What a publish does to the records of one type, told before it does. `field` is empty where the
/// whole type is meant; `records` counts those it touches, or those that stand against it where it
/// is `refused`.
public record RecordChange(
    String type, Kind kind, String field, long records, boolean refused, String text) {
  public enum Kind {
    TYPE_ADDED,
    TYPE_REMOVED,
    FIELD_ADDED,
    FIELD_REMOVED,
    FIELD_BACK,
    FIELD_RETYPED,
    FIELD_REQUIRED,
    FIELD_OPTIONAL,
    RULE_ADDED,
    RULE_REMOVED,
    INDEX_ADDED,
    INDEX_REMOVED,
    SHARING_SWITCHED,
    ENVIRONMENT_SWITCHED,
    SHARED_OTHERWISE,
    TOO_MANY
  }
}
