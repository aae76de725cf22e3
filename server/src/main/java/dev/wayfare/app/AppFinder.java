package dev.wayfare.app;

import dev.wayfare.http.Caller;
import dev.wayfare.http.ProblemException;
import dev.wayfare.resource.IdOrName;

/// What an address names: the app by its id or name, the profile by its id or name. Unknown and
/// another organization's are the same.
public final class AppFinder {
  private final Apps apps;
  private final Profiles profiles;

  AppFinder(Apps apps, Profiles profiles) {
    this.apps = apps;
    this.profiles = profiles;
  }

  public NamedApp app(String written, Caller caller) {
    return apps.find(caller.organization(), IdOrName.of(written))
        .orElseThrow(() -> ProblemException.notFound("app", written));
  }

  public Profile profile(NamedApp app, String written) {
    return profiles
        .find(app.id(), IdOrName.of(written))
        .orElseThrow(() -> ProblemException.notFound("profile", written));
  }
}
