package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's organization.
@RestController
@RequestMapping("/api/v1/organization")
final class OrganizationController {

  private static final int LONGEST_NAME = 120;

  record NameWish(@Nullable String name) {}

  private final People people;

  OrganizationController(People people) {
    this.people = people;
  }

  @GetMapping
  Organization organization(Caller caller) {
    return people.organization(caller);
  }

  @PatchMapping
  Organization rename(Caller caller, @RequestBody NameWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    mistakes.refuseIfAny();
    return people.rename(caller, name);
  }
}
