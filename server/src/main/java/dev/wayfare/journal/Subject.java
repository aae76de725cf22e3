package dev.wayfare.journal;

/// What it was done to: a noun of the glossary (`app`, `release`, `phone number`), its id, and the
/// name it had then.
public record Subject(String kind, String id, String name) {

  public static Subject of(String kind, Object id, String name) {
    return new Subject(kind, id.toString(), name);
  }
}
