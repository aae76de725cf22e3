package dev.wayfare.publish;

import dev.wayfare.app.ProfileSettings;
import dev.wayfare.app.ProfileValue;
import java.util.Map;
import java.util.UUID;

/// Everything that decides what customers get: the version and all the settings it runs with.
/// Secrets are named by the id of their sealed row and a fingerprint. Names of people's choice that
/// mean nothing outside (of the app, the profile, the resources) are not in it.
record Manifest(
    int version,
    String versionHash,
    UUID environment,
    ProfileSettings settings,
    Map<String, Bound> bindings,
    Map<String, Object> values,
    Map<String, ProfileValue.Hidden> secrets,
    AlertRules alerts) {

  Manifest {
    bindings = Map.copyOf(bindings);
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
  }
}
