package dev.wayfare.resource;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Custom domains, with what only they have: the records that prove them, and how far they are.
@RestController
@RequestMapping("/api/v1/domains")
final class DomainController {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_HOST = 253;

  /// `host` in any alphabet; without an environment, Production.
  record DomainWish(@Nullable String host, @Nullable String environment, @Nullable String name) {}

  private final Domains domains;
  private final Resources resources;
  private final Environments environments;
  private final PublicUrl url;
  private final InstantSource clock;

  DomainController(
      Domains domains,
      Resources resources,
      Environments environments,
      PublicUrl url,
      InstantSource clock) {
    this.domains = domains;
    this.resources = resources;
    this.environments = environments;
    this.url = url;
    this.clock = clock;
  }

  @GetMapping
  Page<DomainView> domains(Caller caller, PageRequest page) {
    var rows =
        domains.list(caller.organization(), page.afterId(), page.oneMore()).stream()
            .map(this::view)
            .toList();
    return Page.of(rows, page, row -> Cursor.encode(row.id()));
  }

  @GetMapping("/{domain}")
  DomainView domain(Caller caller, @PathVariable UUID domain) {
    return view(find(domain, caller));
  }

  @PostMapping
  ResponseEntity<DomainView> create(Caller caller, @RequestBody DomainWish wish) {
    var mistakes = new Mistakes();
    var written = mistakes.text("host", wish.host(), LONGEST_HOST);
    var host = DomainName.read(written);
    if (!written.isEmpty() && host.isEmpty()) {
      mistakes.add(
          "value_unexpected",
          "host",
          "Expected the name of a domain as help.example.com, found %s.".formatted(written),
          "Leave out https:// and whatever comes after the name.");
    }
    var name = Optional.ofNullable(wish.name()).orElse("").strip();
    if (name.length() > LONGEST_NAME) {
      mistakes.add(
          "value_too_long", "name", "Expected at most %d characters.".formatted(LONGEST_NAME), "");
    }
    mistakes.refuseIfAny();
    var environment =
        environment(
            Optional.ofNullable(wish.environment()).orElse(Environments.PRODUCTION), caller);
    return added(domains.add(host.orElseThrow(), environment.id(), name, caller), written);
  }

  /// Looks at its DNS now, and tells what was found.
  @PostMapping("/{domain}/verify")
  DomainView verify(Caller caller, @PathVariable UUID domain) {
    return view(domains.verify(find(domain, caller), caller));
  }

  @DeleteMapping("/{domain}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID domain) {
    var found = find(domain, caller);
    var removal = resources.remove(domain, caller);
    domains.forget(found);
    return Removals.answer("domain", domain, removal);
  }

  private ResponseEntity<DomainView> added(AddDomain outcome, String written) {
    return switch (outcome) {
      case AddDomain.Added(var domain) ->
          ResponseEntity.created(URI.create("/api/v1/domains/" + domain.id())).body(view(domain));
      case AddDomain.OurOwn() ->
          throw ProblemException.unprocessable(
              List.of(
                  new Mistake(
                      "value_unexpected",
                      "host",
                      "%s is this server's own public name.".formatted(written),
                      "Routes without a domain live there already.")));
      case AddDomain.Taken() ->
          throw ProblemException.conflict(
              "address_taken",
              "The domain is here already",
              "%s is a domain of this organization already.".formatted(written));
    };
  }

  private Domain find(UUID id, Caller caller) {
    return domains
        .find(caller.organization(), id)
        .orElseThrow(() -> ProblemException.notFound("domain", id));
  }

  private Environment environment(String name, Caller caller) {
    return environments
        .find(caller.organization(), IdOrName.of(name))
        .orElseThrow(() -> ProblemException.notFound("environment", name));
  }

  private DomainView view(Domain domain) {
    return DomainView.of(domain, url.host(), resources.uses(domain.id()), clock.instant());
  }
}
