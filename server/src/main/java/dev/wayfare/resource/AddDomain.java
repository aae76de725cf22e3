package dev.wayfare.resource;

/// What came of adding a domain.
sealed interface AddDomain {
  record Added(Domain domain) implements AddDomain {}

  /// It is the server's own public name.
  record OurOwn() implements AddDomain {}

  /// This organization has it already.
  record Taken() implements AddDomain {}
}
