package dev.wayfare.alert;

import dev.wayfare.alert.Destination.Came;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import dev.wayfare.resource.Resource;
import dev.wayfare.resource.Resources;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Notifiers. Their secrets go in and are never answered.
@RestController
@RequestMapping("/api/v1/notifiers")
final class NotifierController {
  record NotifierList(List<NotifierView> items) {}

  /// What came of a test: `sent`, `refused` or `failed`, in a sentence.
  record TestView(String outcome, String detail) {
    static TestView of(Came came) {
      var outcome =
          switch (came) {
            case Came.Taken() -> "sent";
            case Came.Refused _ -> "refused";
            case Came.Later _ -> "failed";
          };
      return new TestView(outcome, came.sentence());
    }
  }

  private final Notifiers notifiers;
  private final Resources resources;

  NotifierController(Notifiers notifiers, Resources resources) {
    this.notifiers = notifiers;
    this.resources = resources;
  }

  @GetMapping
  NotifierList notifiers(Caller caller) {
    return new NotifierList(
        notifiers.list(caller.organization()).stream().map(NotifierView::of).toList());
  }

  @GetMapping("/{notifier}")
  NotifierView notifier(Caller caller, @PathVariable UUID notifier) {
    return NotifierView.of(find(notifier, caller));
  }

  @PostMapping
  ResponseEntity<NotifierView> create(Caller caller, @RequestBody NotifierWish wish) {
    var mistakes = new Mistakes();
    var kind = mistakes.present("kind", wish.kind(), NotifierKind.WEBHOOK);
    var checked = wish.check(kind, Optional.empty(), it -> sends(it, caller), mistakes);
    mistakes.refuseIfAny();
    return notifiers
        .add(notifiers.fresh(kind, checked, caller), checked.secret(), caller)
        .map(
            made ->
                ResponseEntity.created(URI.create("/api/v1/notifiers/" + made.id()))
                    .body(NotifierView.of(made)))
        .orElseThrow(NotifierController::nameTaken);
  }

  @PatchMapping("/{notifier}")
  NotifierView change(Caller caller, @PathVariable UUID notifier, @RequestBody NotifierWish wish) {
    var before = find(notifier, caller);
    var mistakes = new Mistakes();
    if (wish.kind() != null && wish.kind() != before.kind()) {
      mistakes.add("value_unexpected", "kind", "A notifier stays what it is.", "Make another one.");
    }
    var checked = wish.check(before.kind(), Optional.of(before), it -> sends(it, caller), mistakes);
    mistakes.refuseIfAny();
    var after =
        new Notifier(
            before.id(),
            before.organization(),
            before.kind(),
            checked.name(),
            checked.settings(),
            checked.receives(),
            before.createdAt(),
            Breaker.WELL,
            "");
    return notifiers
        .change(after, checked.secret(), caller)
        .map(NotifierView::of)
        .orElseThrow(NotifierController::nameTaken);
  }

  @DeleteMapping("/{notifier}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID notifier) {
    var holders = notifiers.remove(find(notifier, caller), caller);
    if (holders.isEmpty()) {
      return ResponseEntity.noContent().build();
    }
    throw ProblemException.conflict(
            "in_use",
            "It is in use",
            "What is live tells this notifier: %s.".formatted(String.join("; ", holders)))
        .withErrors(
            holders.stream()
                .map(it -> new Mistake("in_use", "", it, "Publish it with other notifiers."))
                .toList());
  }

  @PostMapping("/{notifier}/test")
  TestView test(Caller caller, @PathVariable UUID notifier) {
    return TestView.of(notifiers.test(find(notifier, caller)));
  }

  private Notifier find(UUID notifier, Caller caller) {
    return notifiers
        .find(caller.organization(), notifier)
        .orElseThrow(() -> ProblemException.notFound("notifier", notifier));
  }

  private boolean sends(UUID resource, Caller caller) {
    return resources
        .find(caller.organization(), resource)
        .filter(Resource.Email.class::isInstance)
        .isPresent();
  }

  private static ProblemException nameTaken() {
    return ProblemException.conflict(
        "name_taken",
        "The name is taken",
        "A notifier with this name is in this organization already. Choose another name.");
  }
}
