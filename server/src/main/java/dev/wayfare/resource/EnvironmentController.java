package dev.wayfare.resource;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The environments of the caller's organization.
@RestController
@RequestMapping("/api/v1/environments")
final class EnvironmentController {
  private static final int LONGEST_NAME = 60;

  record EnvironmentWish(@Nullable String name) {}

  record EnvironmentList(List<Environment> items) {}

  private final Environments environments;

  EnvironmentController(Environments environments) {
    this.environments = environments;
  }

  @GetMapping
  EnvironmentList environments(Caller caller) {
    return new EnvironmentList(environments.of(caller.organization()));
  }

  @PostMapping
  ResponseEntity<Environment> create(Caller caller, @RequestBody EnvironmentWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    mistakes.refuseIfAny();
    return environments
        .create(name, caller)
        .map(
            made ->
                ResponseEntity.created(URI.create("/api/v1/environments/" + made.id())).body(made))
        .orElseThrow(
            () ->
                ProblemException.conflict(
                    "name_taken",
                    "The name is taken",
                    "An environment with this name is there already. Choose another name."));
  }
}
