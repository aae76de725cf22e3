package dev.wayfare.connector;

import dev.wayfare.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a connected account's settings and collects all that is wrong with them.
record StoredSettings(
    Map<String, String> values, Optional<Secret> stored, List<SettingMistake> mistakes) {

  static StoredSettings of(Map<String, String> values, Optional<Secret> stored) {
    return new StoredSettings(values, stored, new ArrayList<>());
  }

  Optional<String> maybe(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  Optional<String> text(String name) {
    return maybe(name).or(() -> mistake(name, "Expected a value; none is stored."));
  }

  Optional<BaseAddress> address(String name) {
    return text(name)
        .flatMap(
            written ->
                BaseAddress.mistakeIn(written)
                    .<Optional<BaseAddress>>map(sentence -> mistake(name, sentence))
                    .orElseGet(() -> Optional.of(new BaseAddress(written))));
  }

  Optional<Secret> secret() {
    return stored.or(() -> mistake("secret", "Expected a secret; none is stored."));
  }

  /// A secret that goes into a header as it is.
  Optional<Secret> headerSecret() {
    return secret()
        .flatMap(
            it ->
                HeaderRules.plain(it.reveal())
                    ? Optional.of(it)
                    : mistake("secret", "Expected letters, digits and signs of plain ASCII."));
  }

  <T> Optional<T> mistake(String setting, String sentence) {
    mistakes.add(new SettingMistake(setting, sentence));
    return Optional.empty();
  }
}
