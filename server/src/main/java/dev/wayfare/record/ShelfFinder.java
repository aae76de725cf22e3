package dev.wayfare.record;

import dev.wayfare.app.AppFinder;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.ProblemException;
import dev.wayfare.resource.Environment;
import dev.wayfare.resource.Environments;
import dev.wayfare.resource.IdOrName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The shelf that an address names: by its type, and by its environment where a profile was moved
/// from one to another and both hold shared records of that type.
final class ShelfFinder {
  private final AppFinder finder;
  private final Environments environments;
  private final RecordDrawers drawers;

  ShelfFinder(AppFinder finder, Environments environments, RecordDrawers drawers) {
    this.finder = finder;
    this.environments = environments;
    this.drawers = drawers;
  }

  List<Shelf> all(Caller caller, String app, String profile) {
    var found = finder.app(app, caller);
    return drawers.all(found, finder.profile(found, profile));
  }

  Shelf one(Caller caller, String app, String profile, String type, Optional<String> environment) {
    var named = environment.map(name -> environment(caller, name));
    var found =
        all(caller, app, profile).stream()
            .filter(shelf -> shelf.name().equals(type))
            .filter(
                shelf -> named.isEmpty() || shelf.environment().equals(named.map(Environment::id)))
            .toList();
    if (found.size() > 1) {
      throw ambiguous(caller, type, found);
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    named.isEmpty() ? "record type" : "shared record type", type));
  }

  /// The address of a record, naming the environment that a shared one belongs to.
  String address(Caller caller, String app, String profile, Shelf shelf, Object record) {
    var found = finder.app(app, caller);
    return "/api/v1/apps/%s/profiles/%s/records/%s/%s%s"
        .formatted(
            found.id(),
            finder.profile(found, profile).id(),
            shelf.name(),
            record,
            shelf.environment().map(it -> "?environment=" + it).orElse(""));
  }

  /// What the environment of a shared shelf is called.
  Optional<String> environment(Caller caller, Shelf shelf) {
    return shelf
        .environment()
        .flatMap(
            id ->
                environments.find(
                    caller.organization(), new IdOrName(Optional.of(id), id.toString())))
        .map(Environment::name);
  }

  private Environment environment(Caller caller, String written) {
    return environments
        .find(caller.organization(), IdOrName.of(written))
        .orElseThrow(() -> ProblemException.notFound("environment", written));
  }

  private ProblemException ambiguous(Caller caller, String type, List<Shelf> found) {
    var where =
        found.stream()
            .map(shelf -> environment(caller, shelf).orElse("the app's own"))
            .collect(Collectors.joining(", "));
    var message =
        "Records \"%s\" of this profile stand in more than one place (%s): name the environment."
            .formatted(type, where);
    return ProblemException.of(400, "parameter_invalid", "A parameter is not as expected", message)
        .withErrors(List.of(new Mistake("parameter_invalid", "environment", message, "")));
  }
}
