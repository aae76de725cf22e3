package dev.wayfare.resource;

/// What came of adding a resource.
sealed interface AddResource {

  record Added(Resource resource) implements AddResource {}

  /// The address is registered already: in this environment, or for a route anywhere on this
  /// server.
  record Taken(String address) implements AddResource {}

  record NoSuchAccount() implements AddResource {}

  /// An account of this kind has no such resources.
  record AccountUnfit(AccountKind kind) implements AddResource {}

  /// The simulator only has numbers of its own.
  record NotOfTheSimulator(String address) implements AddResource {}

  /// Only the simulator can choose a number.
  record NumberMissing() implements AddResource {}

  record SimulatorFull() implements AddResource {}
}
