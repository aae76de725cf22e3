package dev.wayfare.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.app.Profile;
import dev.wayfare.app.ProfileValue;
import dev.wayfare.app.Profiles;
import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.play.Rehearsal;
import dev.wayfare.kernel.Secret;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The values of a profile for a replay. A secret is only itself where a builder really calls
/// outside; everywhere else something stands in for it, so that nothing shown can hold it.
record ProfileValues(Map<String, Object> values, List<String> secrets) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static ProfileValues hidden(App app, Optional<Profile> profile) {
    var values = plain(app, profile);
    app.profileValues().values().stream()
        .filter(it -> isHidden(profile, it))
        .forEach(it -> values.put(it.name(), Json.HIDDEN));
    return new ProfileValues(values, List.of());
  }

  static ProfileValues revealed(App app, Profile profile, Profiles profiles) {
    var values = plain(app, Optional.of(profile));
    var secrets = new ArrayList<String>();
    for (var value : app.profileValues().values()) {
      if (profile.values().get(value.name()) instanceof ProfileValue.Hidden(var id, _)) {
        Optional.ofNullable(profiles.secrets(List.of(id)).get(id))
            .map(Secret::reveal)
            .ifPresent(
                secret -> {
                  values.put(value.name(), secret);
                  secrets.add(secret);
                });
      }
    }
    return new ProfileValues(values, secrets);
  }

  private static Map<String, Object> plain(App app, Optional<Profile> profile) {
    var values = new LinkedHashMap<>(Rehearsal.defaults(app));
    profile.ifPresent(
        it ->
            it.values()
                .forEach(
                    (name, value) -> {
                      var declared = app.profileValues().get(name);
                      if (declared != null
                          && value instanceof ProfileValue.Plain(var plain)
                          && ValueTypes.fits(declared.type(), plain)) {
                        values.put(
                            name, Objects.requireNonNull(ValueTypes.plain(declared.type(), plain)));
                      }
                    }));
    return values;
  }

  private static boolean isHidden(Optional<Profile> profile, Variable value) {
    return profile
        .filter(it -> it.values().get(value.name()) instanceof ProfileValue.Hidden)
        .isPresent();
  }

  /// A text without the secrets in it, also as a service writes them that repeats what it was sent.
  String hide(String text) {
    var hidden = text;
    for (var secret : secrets) {
      for (var form : forms(secret)) {
        hidden = hidden.replace(form, Json.HIDDEN);
      }
    }
    return hidden;
  }

  private static List<String> forms(String secret) {
    if (secret.isEmpty()) {
      return List.of();
    }
    var quoted = MAPPER.writeValueAsString(secret);
    return Stream.of(
            secret,
            quoted.substring(1, quoted.length() - 1),
            URLEncoder.encode(secret, UTF_8),
            URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
            Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)))
        .distinct()
        .toList();
  }
}
