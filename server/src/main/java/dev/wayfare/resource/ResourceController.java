package dev.wayfare.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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

/// Phone numbers, routes and email addresses; what is only of domains stands in
/// [DomainController].
@RestController
@RequestMapping("/api/v1/resources")
final class ResourceController {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  record ResourceWish(
      @Nullable String kind,
      @Nullable String name,
      @Nullable UUID account,
      @Nullable String number,
      @Nullable Set<Capability> capabilities,
      @Nullable String environment,
      @Nullable String domain,
      @Nullable String key,
      @Nullable String address,
      @Nullable String displayName) {}

  record NameWish(@Nullable String name) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ResourceView(
      UUID id,
      String kind,
      UUID environment,
      String name,
      String address,
      Optional<UUID> account,
      Optional<UUID> domain,
      Optional<List<Capability>> capabilities,
      Optional<String> displayName,
      Instant createdAt,
      List<Use> uses) {}

  private final Resources resources;
  private final Environments environments;

  ResourceController(Resources resources, Environments environments) {
    this.resources = resources;
    this.environments = environments;
  }

  @GetMapping
  Page<ResourceView> resources(
      Caller caller, PageRequest page, @RequestParam Optional<String> environment) {
    var within = environment.map(name -> environment(name, caller).id());
    var rows =
        resources.list(caller.organization(), within, page.afterId(), page.oneMore()).stream()
            .map(this::view)
            .toList();
    return Page.of(rows, page, row -> Cursor.encode(row.id()));
  }

  @GetMapping("/{resource}")
  ResourceView resource(Caller caller, @PathVariable UUID resource) {
    return view(find(resource, caller));
  }

  @PostMapping
  ResponseEntity<ResourceView> create(Caller caller, @RequestBody ResourceWish wish) {
    var kind = Optional.ofNullable(wish.kind()).orElse("");
    return switch (kind) {
      case "phone_number" -> added(number(wish, caller));
      case "route" -> added(route(wish, caller));
      case "email_address" -> added(email(wish, caller));
      default ->
          throw refused(
              "kind",
              "Expected the kind phone_number, route or email_address; a domain is made under"
                  + " /api/v1/domains.");
    };
  }

  @PatchMapping("/{resource}")
  ResourceView rename(Caller caller, @PathVariable UUID resource, @RequestBody NameWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    mistakes.refuseIfAny();
    if (!resources.rename(resource, name, caller)) {
      throw ProblemException.notFound("resource", resource);
    }
    return view(find(resource, caller));
  }

  @DeleteMapping("/{resource}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID resource) {
    return Removals.answer("resource", resource, resources.remove(resource, caller));
  }

  private AddResource number(ResourceWish wish, Caller caller) {
    var mistakes = new Mistakes();
    var account = mistakes.present("account", wish.account(), new UUID(0, 0));
    var number = Optional.ofNullable(wish.number()).flatMap(PhoneNumber::parse);
    if (wish.number() != null && number.isEmpty()) {
      mistakes.add("value_unexpected", "number", "Expected a phone number as +15550100.", "");
    }
    var capabilities =
        wish.capabilities() == null || wish.capabilities().isEmpty()
            ? Set.of(Capability.TEXT)
            : wish.capabilities();
    mistakes.refuseIfAny();
    return resources.addNumber(account, number, capabilities, name(wish), caller);
  }

  private AddResource email(ResourceWish wish, Caller caller) {
    var mistakes = new Mistakes();
    var account = mistakes.present("account", wish.account(), new UUID(0, 0));
    var address = mistakes.text("address", wish.address(), LONGEST_ADDRESS);
    if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
      mistakes.add(
          "value_unexpected", "address", "Expected an email address as desk@example.com.", "");
    }
    var displayName = Optional.ofNullable(wish.displayName()).orElse("").strip();
    if (displayName.length() > LONGEST_NAME || displayName.matches(".*\\p{Cntrl}.*")) {
      mistakes.add(
          "value_unexpected",
          "display_name",
          "Expected one line of at most %d characters.".formatted(LONGEST_NAME),
          "");
    }
    mistakes.refuseIfAny();
    return resources.addEmail(account, address, displayName, name(wish), caller);
  }

  private AddResource route(ResourceWish wish, Caller caller) {
    var mistakes = new Mistakes();
    var key = mistakes.text("key", wish.key(), 64);
    var domain = Optional.ofNullable(wish.domain()).flatMap(it -> domain(it, caller, mistakes));
    var environment =
        wish.domain() == null ? mistakes.text("environment", wish.environment(), LONGEST_NAME) : "";
    if (!key.isEmpty() && !key.matches("[a-z0-9][a-z0-9-]*")) {
      mistakes.add(
          "value_unexpected", "key", "Expected lower-case letters, digits and dashes.", "");
    }
    mistakes.refuseIfAny();
    return domain
        .map(it -> resources.addRoute(it, key, name(wish), caller))
        .orElseGet(
            () ->
                resources.addRoute(environment(environment, caller).id(), key, name(wish), caller));
  }

  private Optional<Resource.Domain> domain(String written, Caller caller, Mistakes mistakes) {
    var found = resources.domain(caller.organization(), written);
    if (found.isEmpty()) {
      mistakes.add(
          "value_unexpected",
          "domain",
          "There is no domain \"%s\" in this organization.".formatted(written),
          "Use a domain's id or host.");
    }
    return found;
  }

  private static String name(ResourceWish wish) {
    var name = Optional.ofNullable(wish.name()).orElse("");
    if (name.length() > LONGEST_NAME) {
      throw refused("name", "Expected at most %d characters.".formatted(LONGEST_NAME));
    }
    return name;
  }

  private ResponseEntity<ResourceView> added(AddResource outcome) {
    return switch (outcome) {
      case AddResource.Added(var resource) ->
          ResponseEntity.created(URI.create("/api/v1/resources/" + resource.id()))
              .body(view(resource));
      case AddResource.Taken(var address) ->
          throw ProblemException.conflict(
              "address_taken",
              "The address is taken",
              "%s is registered already. Use that resource, or another address."
                  .formatted(address));
      case AddResource.NoSuchAccount() ->
          throw refused("account", "There is no such connected account.");
      case AddResource.AccountUnfit(var kind) ->
          throw refused(
              "account",
              "The account is %s; no resource of this kind belongs to it.".formatted(kind.noun()));
      case AddResource.NotOfTheSimulator(var address) ->
          throw refused(
              "number",
              "Expected a number of the simulator (+1 555 01…), found %s.".formatted(address));
      case AddResource.NumberMissing() -> throw refused("number", "Expected a phone number.");
      case AddResource.SimulatorFull() ->
          throw ProblemException.conflict(
              "simulator_full",
              "The simulator has no more numbers",
              "Remove numbers of the simulator that nobody uses.");
    };
  }

  private static ProblemException refused(String field, String message) {
    return ProblemException.unprocessable(
        List.of(new Mistake("value_unexpected", field, message, "")));
  }

  private Resource find(UUID id, Caller caller) {
    return resources
        .find(caller.organization(), id)
        .orElseThrow(() -> ProblemException.notFound("resource", id));
  }

  private Environment environment(String name, Caller caller) {
    return environments
        .find(caller.organization(), IdOrName.of(name))
        .orElseThrow(() -> ProblemException.notFound("environment", name));
  }

  private ResourceView view(Resource resource) {
    var uses = resources.uses(resource.id());
    return switch (resource) {
      case Resource.Phone number ->
          new ResourceView(
              number.id(),
              "phone_number",
              number.environment(),
              number.name(),
              number.address(),
              Optional.of(number.account()),
              Optional.empty(),
              Optional.of(number.capabilities().stream().sorted().toList()),
              Optional.empty(),
              number.createdAt(),
              uses);
      case Resource.Email email ->
          new ResourceView(
              email.id(),
              "email_address",
              email.environment(),
              email.name(),
              email.address(),
              Optional.of(email.account()),
              Optional.empty(),
              Optional.empty(),
              Optional.of(email.displayName()),
              email.createdAt(),
              uses);
      case Resource.Domain domain ->
          new ResourceView(
              domain.id(),
              "domain",
              domain.environment(),
              domain.name(),
              domain.address(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              domain.createdAt(),
              uses);
      case Resource.Route route ->
          new ResourceView(
              route.id(),
              "route",
              route.environment(),
              route.name(),
              route.address(),
              Optional.empty(),
              route.domain().map(Resource.Route.On::id),
              Optional.empty(),
              Optional.empty(),
              route.createdAt(),
              uses);
    };
  }
}
