package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import dev.wayfare.http.Role;
import dev.wayfare.journal.Fact;
import dev.wayfare.kernel.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tokens of the caller's organization.
@RestController
@RequestMapping("/api/v1/tokens")
final class TokenController {

  private static final int LONGEST_NAME = 120;

  record TokenWish(
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable Role role,
      @Nullable String environment,
      @Nullable Instant expiresAt) {}

  /// The only answer that holds the token's own text.
  record Made(Token token, String secret) {}

  private final Tokens tokens;
  private final InstantSource clock;
  private final Ids ids;

  TokenController(Tokens tokens, InstantSource clock, Ids ids) {
    this.tokens = tokens;
    this.clock = clock;
    this.ids = ids;
  }

  @GetMapping
  Page<Token> tokens(Caller caller, PageRequest page) {
    var rows = tokens.list(caller.organization(), page.afterId(), page.oneMore());
    return Page.of(rows, page, token -> Cursor.encode(token.id()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made make(Caller caller, @RequestBody TokenWish wish) {
    var token = token(caller, wish);
    var fact = Fact.of(caller, "token.made", Tokens.subject(token)).with("scopes", token.scopes());
    return new Made(token, tokens.make(caller.organization(), token, fact).token().reveal());
  }

  private Token token(Caller caller, TokenWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    var scopes = mistakes.present("scopes", wish.scopes(), List.<String>of());
    tokens.check(scopes, mistakes);
    var role = Optional.ofNullable(wish.role()).orElse(caller.role());
    if (!caller.role().includes(role)) {
      mistakes.add(
          "role_too_high",
          "role",
          "A token cannot have a higher role than yours, which is %s."
              .formatted(caller.role().word()),
          "Choose a lower one, or leave it out.");
    }
    var expires = Optional.ofNullable(wish.expiresAt());
    if (expires.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
      mistakes.add("time_in_the_past", "expires_at", "Expected a time that is still to come.", "");
    }
    var environment =
        Optional.ofNullable(wish.environment())
            .flatMap(it -> tokens.environment(caller.organization(), it, scopes, mistakes));
    mistakes.refuseIfAny();
    return new Token(
        ids.next(),
        name,
        role,
        scopes.stream().distinct().sorted().toList(),
        environment,
        Optional.of(caller.person().id()),
        clock.instant(),
        expires,
        Optional.empty());
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Caller caller, @PathVariable UUID token) {
    switch (tokens.revoke(caller, token)) {
      case Tokens.Revocation.Revoked _ -> {}
      case Tokens.Revocation.Unknown _ -> throw ProblemException.notFound("token", token);
      case Tokens.Revocation.NotYours _ ->
          throw ProblemException.of(
              403,
              "token_not_yours",
              "Only an admin revokes other people's tokens",
              "You did not make this token. Ask an admin of your organization.");
    }
  }
}
