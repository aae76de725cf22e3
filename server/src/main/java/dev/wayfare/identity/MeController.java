package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Page;
import dev.wayfare.http.ProblemException;
import dev.wayfare.http.Role;
import dev.wayfare.http.SessionCookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller: who the server takes them for, and where they are signed in.
@RestController
@RequestMapping("/api/v1/me")
final class MeController {

  /// `kind` is `person` or `token`; a person has every scope.
  record Me(
      String kind,
      UUID id,
      String name,
      Optional<String> email,
      Organization organization,
      Role role,
      List<String> scopes) {}

  record MySession(
      UUID id,
      String browser,
      Instant createdAt,
      Instant seenAt,
      Instant expiresAt,
      boolean current) {

    static MySession of(Session session, UUID current) {
      return new MySession(
          session.id(),
          session.browser(),
          session.createdAt(),
          session.seenAt(),
          session.expiresAt(),
          session.id().equals(current));
    }
  }

  private final People people;
  private final SignIns signIns;
  private final SessionCookie cookie;

  MeController(People people, SignIns signIns, SessionCookie cookie) {
    this.people = people;
    this.signIns = signIns;
    this.cookie = cookie;
  }

  @GetMapping
  Me me(Caller caller) {
    var organization = people.organization(caller);
    return switch (caller.who()) {
      case Caller.Who.Person(var id, var name, _) ->
          new Me(
              "person",
              id.value(),
              name,
              people.find(caller, id).flatMap(Person::email),
              organization,
              caller.role(),
              List.of(Caller.ALL_SCOPES));
      case Caller.Who.Token(var id, var name, var scopes, _) ->
          new Me(
              "token",
              id,
              name,
              Optional.empty(),
              organization,
              caller.role(),
              scopes.stream().sorted().toList());
    };
  }

  @GetMapping("/sessions")
  Page<MySession> sessions(Caller caller) {
    var current = caller.person().session();
    var mine =
        signIns.sessionsOf(caller).stream().map(session -> MySession.of(session, current)).toList();
    return new Page<>(mine, Optional.empty());
  }

  @DeleteMapping("/sessions/{session}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller caller, @PathVariable UUID session) {
    if (!signIns.end(caller, session)) {
      throw ProblemException.notFound("session", session);
    }
  }

  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(Caller caller, HttpServletResponse response) {
    signIns.end(caller, caller.person().session());
    cookie.clear(response);
  }
}
