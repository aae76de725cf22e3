package dev.wayfare.http;

import java.util.Optional;
import java.util.Set;

/// What a route asks of its caller.
public sealed interface Access {

  /// Everybody, signed in or not.
  record Everyone() implements Access {}

  /// Any person with a session and any program with a token.
  record SignedIn() implements Access {}

  /// At least this role, held by a person; a token needs this role and the scope.
  record AtLeast(Role role, String scope) implements Access {}

  /// At least this role, and a person: no token may, whatever its scopes.
  record People(Role role) implements Access {}

  static Access everyone() {
    return new Everyone();
  }

  static Access signedIn() {
    return new SignedIn();
  }

  static Access agent(String scope) {
    return new AtLeast(Role.AGENT, scope);
  }

  static Access developer(String scope) {
    return new AtLeast(Role.DEVELOPER, scope);
  }

  static Access admin(String scope) {
    return new AtLeast(Role.ADMIN, scope);
  }

  static Access personWith(Role role) {
    return new People(role);
  }

  /// Why this caller may not, or nothing when they may.
  default Optional<ProblemException> refusal(Caller caller) {
    return switch (this) {
      case Everyone _, SignedIn _ -> Optional.empty();
      case AtLeast(var role, var scope) -> roleRefusal(caller, role).or(() -> scope(caller, scope));
      case People(var role) ->
          switch (caller.who()) {
            case Caller.Who.Person _ -> roleRefusal(caller, role);
            case Caller.Who.Token _ -> Optional.of(ProblemException.peopleOnly());
          };
    };
  }

  private static Optional<ProblemException> roleRefusal(Caller caller, Role role) {
    return caller.role().includes(role)
        ? Optional.empty()
        : Optional.of(
            ProblemException.of(
                403,
                "role_too_low",
                "Your role does not allow this",
                "This needs the role %s; you have %s. Ask an admin of your organization."
                    .formatted(role.word(), caller.role().word())));
  }

  private static Optional<ProblemException> scope(Caller caller, String scope) {
    return switch (caller.who()) {
      case Caller.Who.Person _ -> Optional.empty();
      case Caller.Who.Token token ->
          covers(token.scopes(), scope)
              ? Optional.empty()
              : Optional.of(
                  ProblemException.of(
                      403,
                      "scope_missing",
                      "This token does not have the scope for this",
                      "This needs the scope %s; the token has %s. Use a token that has it."
                          .formatted(
                              scope,
                              String.join(", ", token.scopes().stream().sorted().toList()))));
    };
  }

  private static boolean covers(Set<String> scopes, String scope) {
    return scopes.contains(scope) || scopes.contains(Caller.ALL_SCOPES);
  }
}
