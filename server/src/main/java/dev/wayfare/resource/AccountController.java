package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import dev.wayfare.kernel.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Connected accounts. Their secrets go in and are never answered.
@RestController
@RequestMapping("/api/v1/accounts")
final class AccountController {
  private static final int LONGEST = 200;

  record AccountWish(
      @Nullable String environment,
      @Nullable AccountKind kind,
      @Nullable String name,
      @Nullable String accountSid,
      @Nullable String baseUrl,
      @Nullable Secret authToken,
      @Nullable Map<String, @Nullable Object> settings,
      @Nullable Secret secret) {}

  record AccountChange(
      @Nullable String name,
      @Nullable String accountSid,
      @Nullable String baseUrl,
      @Nullable Secret authToken,
      @Nullable Map<String, @Nullable Object> settings,
      @Nullable Secret secret) {}

  record SecretView(boolean set) {}

  /// `auth_token` is the secret of a carrier under its other name.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record AccountView(
      UUID id,
      UUID environment,
      AccountKind kind,
      String name,
      Map<String, String> settings,
      Optional<SecretView> authToken,
      SecretView secret) {

    static AccountView of(ConnectedAccount account) {
      var secret = new SecretView(account.secretSet());
      return new AccountView(
          account.id(),
          account.environment(),
          account.kind(),
          account.name(),
          account.settings(),
          account.kind().carries() ? Optional.of(secret) : Optional.empty(),
          secret);
    }
  }

  record AccountList(List<AccountView> items) {}

  private final Accounts accounts;
  private final AccountTrial trial;
  private final Environments environments;

  AccountController(Accounts accounts, AccountTrial trial, Environments environments) {
    this.accounts = accounts;
    this.trial = trial;
    this.environments = environments;
  }

  @GetMapping
  AccountList accounts(Caller caller, @RequestParam Optional<String> environment) {
    environments.of(caller.organization());
    var within = environment.map(name -> environment(name, caller).id());
    return new AccountList(
        accounts.list(caller.organization(), within).stream().map(AccountView::of).toList());
  }

  @GetMapping("/{account}")
  AccountView account(Caller caller, @PathVariable UUID account) {
    return AccountView.of(find(account, caller));
  }

  @PostMapping
  ResponseEntity<AccountView> create(Caller caller, @RequestBody AccountWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST);
    var environment = mistakes.text("environment", wish.environment(), LONGEST);
    var kind = mistakes.present("kind", wish.kind(), AccountKind.SIMULATOR);
    var secret = secret(wish.authToken(), wish.secret());
    if (kind == AccountKind.TWILIO) {
      mistakes.present("auth_token", secret.orElse(null), Secret.of(""));
    }
    var settings = settings(Map.of(), wish.accountSid(), wish.baseUrl(), wish.settings(), mistakes);
    AccountSettings.check(kind, settings, secret, mistakes);
    mistakes.refuseIfAny();
    return accounts
        .add(environment(environment, caller).id(), kind, name, settings, secret, caller)
        .map(
            made ->
                ResponseEntity.created(URI.create("/api/v1/accounts/" + made.id()))
                    .body(AccountView.of(made)))
        .orElseThrow(AccountController::nameTaken);
  }

  @PatchMapping("/{account}")
  AccountView change(Caller caller, @PathVariable UUID account, @RequestBody AccountChange wish) {
    var before = find(account, caller);
    var mistakes = new Mistakes();
    var name = wish.name() == null ? before.name() : mistakes.text("name", wish.name(), LONGEST);
    var secret = secret(wish.authToken(), wish.secret());
    var settings =
        settings(before.settings(), wish.accountSid(), wish.baseUrl(), wish.settings(), mistakes);
    AccountSettings.check(
        before.kind(), settings, secret.or(() -> accounts.secret(before)), mistakes);
    mistakes.refuseIfAny();
    var after =
        new ConnectedAccount(
            before.id(),
            before.environment(),
            before.kind(),
            name,
            settings,
            before.secretSet(),
            before.createdAt());
    return accounts
        .change(after, secret, caller)
        .map(AccountView::of)
        .orElseThrow(AccountController::nameTaken);
  }

  @DeleteMapping("/{account}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID account) {
    return Removals.answer("connected account", account, accounts.remove(account, caller));
  }

  /// What is wrong, in a sentence; nothing where the account works.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TestView(boolean ok, Optional<String> problem) {}

  @PostMapping("/{account}/test")
  TestView test(Caller caller, @PathVariable UUID account) {
    var found = find(account, caller);
    var problem = trial.of(found, caller.organization()).problem();
    accounts.tested(found, problem.isEmpty(), caller);
    return new TestView(problem.isEmpty(), problem);
  }

  private ConnectedAccount find(UUID account, Caller caller) {
    return accounts
        .find(caller.organization(), account)
        .orElseThrow(() -> ProblemException.notFound("connected account", account));
  }

  private Environment environment(String name, Caller caller) {
    return environments
        .find(caller.organization(), IdOrName.of(name))
        .orElseThrow(() -> ProblemException.notFound("environment", name));
  }

  private static Optional<Secret> secret(@Nullable Secret authToken, @Nullable Secret secret) {
    return Optional.ofNullable(secret)
        .or(() -> Optional.ofNullable(authToken))
        .filter(it -> !it.reveal().isBlank());
  }

  /// What is written goes over what was; an empty setting goes back to what is usual.
  private static Map<String, String> settings(
      Map<String, String> before,
      @Nullable String accountSid,
      @Nullable String baseUrl,
      @Nullable Map<String, @Nullable Object> written,
      Mistakes mistakes) {
    var settings = new HashMap<>(before);
    if (accountSid != null) {
      settings.put("account_sid", accountSid);
    }
    if (baseUrl != null) {
      settings.put("base_url", baseUrl);
    }
    if (written != null) {
      written.forEach((name, value) -> settings.put(name, word(name, value, mistakes)));
    }
    settings.values().removeIf(String::isBlank);
    return settings;
  }

  private static String word(String name, @Nullable Object value, Mistakes mistakes) {
    return switch (value) {
      case null -> "";
      case String text -> text.strip();
      case Integer number -> number.toString();
      default -> {
        mistakes.add("value_unexpected", name, "Expected a text or a number.", "");
        yield "";
      }
    };
  }

  private static ProblemException nameTaken() {
    return ProblemException.conflict(
        "name_taken",
        "The name is taken",
        "An account with this name is in this environment already. Choose another name.");
  }
}
