package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Role;

/// Who may do away with a token.
final class TokenRights {

  private TokenRights() {}

  static boolean mayRevoke(Caller caller, Token token) {
    return caller.role().includes(Role.ADMIN)
        || switch (caller.who()) {
          case Caller.Who.Person person -> token.madeBy().filter(person.id()::equals).isPresent();
          case Caller.Who.Token itself -> token.id().equals(itself.id());
        };
  }
}
