package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// Where customers come in, as people are shown it. `kind` is `web`, `text`, `call` or
/// `api`; `method` is how a program calls the URL of an `api` entrance.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LiveEntrance(
    String kind,
    Optional<String> trigger,
    Optional<String> method,
    Optional<String> url,
    Optional<String> number) {

  static LiveEntrance web(String trigger, String url) {
    return new LiveEntrance(
        "web", Optional.of(trigger), Optional.empty(), Optional.of(url), Optional.empty());
  }

  static LiveEntrance call(String number) {
    return new LiveEntrance(
        "call", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number));
  }

  static LiveEntrance text(String number) {
    return new LiveEntrance(
        "text", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number));
  }

  static LiveEntrance api(String trigger, String method, String url) {
    return new LiveEntrance(
        "api", Optional.of(trigger), Optional.of(method), Optional.of(url), Optional.empty());
  }
}
