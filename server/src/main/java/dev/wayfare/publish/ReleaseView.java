package dev.wayfare.publish;

import dev.wayfare.app.ProfileSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A release with what was sealed in it. Secrets only show their fingerprints.
record ReleaseView(
    Release release,
    List<LiveEntrance> entrances,
    ProfileSettings settings,
    Map<String, String> bindings,
    Map<String, Object> values,
    Map<String, SecretView> secrets,
    AlertRules alerts,
    List<ReleaseWish.Accepted> accepted,
    List<ReleaseStep> steps) {

  record SecretView(boolean set, String fingerprint) {}

  static ReleaseView of(
      Release release,
      Manifest manifest,
      List<LiveEntrance> entrances,
      List<ReleaseWish.Accepted> accepted,
      List<ReleaseStep> steps) {
    var bindings = new TreeMap<String, String>();
    manifest.bindings().forEach((slot, bound) -> bindings.put(slot, bound.address()));
    var secrets = new TreeMap<String, SecretView>();
    manifest
        .secrets()
        .forEach((name, secret) -> secrets.put(name, new SecretView(true, secret.fingerprint())));
    return new ReleaseView(
        release,
        entrances,
        manifest.settings(),
        bindings,
        new TreeMap<>(manifest.values()),
        secrets,
        manifest.alerts(),
        accepted,
        steps);
  }
}
