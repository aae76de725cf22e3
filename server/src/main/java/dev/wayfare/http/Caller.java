package dev.wayfare.http;

import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who is asking, for which organization, and what they may do there. Any controller method that
/// the rules guard can take it as an argument.
public record Caller(Who who, OrganizationId organization, Role role) {

  /// The scope that stands for every scope.
  public static final String ALL_SCOPES = "*";

  /// A person with a session in a browser, or a program with a token.
  public sealed interface Who {

    record Person(PersonId id, String name, UUID session) implements Who {}

    /// @param environment the one whose API triggers it may call, if it is held to one
    record Token(UUID id, String name, Set<String> scopes, Optional<UUID> environment)
        implements Who {}
  }

  public String name() {
    return switch (who) {
      case Who.Person person -> person.name();
      case Who.Token token -> token.name();
    };
  }

  /// One word that names this caller for ever: `person/<id>` or `token/<id>`.
  public String key() {
    return switch (who) {
      case Who.Person person -> "person/" + organization + "/" + person.id();
      case Who.Token token -> "token/" + token.id();
    };
  }

  /// The person, where only a person makes sense.
  public Who.Person person() {
    return switch (who) {
      case Who.Person person -> person;
      case Who.Token _ -> throw ProblemException.peopleOnly();
    };
  }
}
