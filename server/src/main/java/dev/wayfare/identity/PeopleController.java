package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Cursor;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.Page;
import dev.wayfare.http.PageRequest;
import dev.wayfare.http.ProblemException;
import dev.wayfare.http.Role;
import dev.wayfare.kernel.PersonId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The people of the caller's organization and their roles.
@RestController
@RequestMapping("/api/v1/people")
final class PeopleController {

  private static final int LONGEST_NAME = 120;

  record InvitationWish(@Nullable String name, @Nullable String email, @Nullable Role role) {}

  record RoleWish(@Nullable Role role) {}

  /// The link to hand to somebody; it is shown only here.
  record Link(String path, Instant expiresAt) {

    static Link of(SignInLink link) {
      return new Link(link.path(), link.expiresAt());
    }
  }

  record Invited(Person person, Link signInLink) {}

  private final People people;

  PeopleController(People people) {
    this.people = people;
  }

  @GetMapping
  Page<Person> people(Caller caller, PageRequest page) {
    var rows = people.list(caller, page.afterId(), page.oneMore());
    return Page.of(rows, page, person -> Cursor.encode(person.id()));
  }

  @GetMapping("/{person}")
  Person person(Caller caller, @PathVariable PersonId person) {
    return people.find(caller, person).orElseThrow(() -> unknown(person));
  }

  @PostMapping
  ResponseEntity<Invited> invite(Caller caller, @RequestBody InvitationWish wish) {
    var mistakes = new Mistakes();
    var name = mistakes.text("name", wish.name(), LONGEST_NAME);
    var email = Emails.read("email", wish.email(), mistakes);
    var role = mistakes.present("role", wish.role(), Role.AGENT);
    mistakes.refuseIfAny();
    return switch (people.invite(caller, name, email, role)) {
      case People.Invitation.Invited(var person, var link) ->
          ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
              .body(new Invited(person, Link.of(link)));
      case People.Invitation.AlreadyThere _ ->
          throw ProblemException.conflict(
              "person_already_there",
              "This person is in the organization already",
              "Somebody with this email address is there. Change their role, or make a new link for them.");
    };
  }

  @PatchMapping("/{person}")
  Person changeRole(Caller caller, @PathVariable PersonId person, @RequestBody RoleWish wish) {
    var mistakes = new Mistakes();
    var role = mistakes.present("role", wish.role(), Role.AGENT);
    mistakes.refuseIfAny();
    return done(person, people.changeRole(caller, person, role));
  }

  @DeleteMapping("/{person}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable PersonId person) {
    done(person, people.remove(caller, person));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{person}/sign-in-link")
  Link newLink(Caller caller, @PathVariable PersonId person) {
    return people.newLink(caller, person).map(Link::of).orElseThrow(() -> unknown(person));
  }

  private static Person done(PersonId id, People.Change change) {
    return switch (change) {
      case People.Change.Done(var person) -> person;
      case People.Change.Unknown _ -> throw unknown(id);
      case People.Change.LastAdmin _ ->
          throw ProblemException.conflict(
              "last_admin",
              "An organization keeps at least one admin",
              "This is the only admin. Make somebody else an admin first.");
    };
  }

  private static ProblemException unknown(PersonId person) {
    return ProblemException.notFound("person", person);
  }
}
