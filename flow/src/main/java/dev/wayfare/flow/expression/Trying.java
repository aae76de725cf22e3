package dev.wayfare.flow.expression;

import dev.wayfare.flow.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What names hold while somebody only tries an expression: the values they give, and a stand-in
/// for everything else.
public final class Trying implements Bindings {
  private static final long UNITS = 200_000;

  private final Scope scope;
  private final Map<String, Object> values;
  private final Instant now;
  private final Budget budget = new Budget(UNITS);

  public Trying(Scope scope, Map<String, Object> values, Instant now) {
    this.scope = scope;
    this.values = values;
    this.now = now;
  }

  @Override
  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name)).or(() -> declared(name)).or(() -> builtIn(name));
  }

  private Optional<Object> declared(String name) {
    return Optional.ofNullable(scope.variables().get(name)).map(Values::empty);
  }

  private Optional<Object> builtIn(String name) {
    return switch (name) {
      case "contact" ->
          Optional.of(
              Values.object(
                  "phone",
                  "+15550100",
                  "email",
                  "ada@example.com",
                  "first_name",
                  "Ada",
                  "last_name",
                  "Byron",
                  "name",
                  "Ada Byron",
                  "time_zone",
                  "UTC"));
      case "profile" -> Optional.of(profile());
      case "journey" ->
          Optional.of(
              Values.object(
                  "link",
                  "https://example.com/u/preview",
                  "began",
                  now,
                  "expires",
                  now.plusSeconds(30L * 86_400),
                  "turn",
                  1d));
      case "error" -> Optional.of(Values.object("code", "", "message", "", "flow", "", "step", ""));
      case "event", "payload", "start" -> Optional.of(Map.of());
      case "channel" -> Optional.of("text");
      case "now" -> Optional.of(now);
      default -> Optional.empty();
    };
  }

  private Map<String, Object> profile() {
    var profile = new LinkedHashMap<String, Object>();
    scope.profile().forEach((name, type) -> profile.put(name, Values.empty(type)));
    return profile;
  }

  @Override
  public Budget budget() {
    return budget;
  }
}
