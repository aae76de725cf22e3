package dev.wayfare.preview;

import dev.wayfare.app.AppFinder;
import dev.wayfare.app.Binding;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.flow.Request;
import dev.wayfare.http.Caller;
import dev.wayfare.http.ProblemException;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.resource.Accounts;
import dev.wayfare.runtime.HttpCalls;
import tools.jackson.databind.json.JsonMapper;

/// Really calls the service that a preview asks, under a profile's connections: through the one
/// guarded connector, and said in the journal. What it answers goes back to the builder, who puts
/// it among the events.
final class OutsideCall {
  private final Previews previews;
  private final AppFinder finder;
  private final Accounts accounts;
  private final OutboundCalls calls;
  private final Journal journal;
  private final Ids ids;
  private final JsonMapper json;

  OutsideCall(
      Previews previews,
      AppFinder finder,
      Accounts accounts,
      OutboundCalls calls,
      Journal journal,
      Ids ids,
      JsonMapper json) {
    this.previews = previews;
    this.finder = finder;
    this.accounts = accounts;
    this.calls = calls;
    this.journal = journal;
    this.ids = ids;
    this.json = json;
  }

  OutcomeWish ask(NamedApp app, PreviewWish wish, String key, Caller caller) {
    var profile = finder.profile(app, wish.profile().orElse(""));
    var played = previews.playOpenly(app, wish, profile);
    if (!(played.replay().stage().asked().get(key) instanceof Request.Http request)) {
      throw ProblemException.conflict(
          "nothing_asked",
          "Nothing is asked there",
          "After these events no HTTP service waits for an answer under \"%s\".".formatted(key));
    }
    var connection = connection(profile, request.connection());
    journal.write(
        Fact.of(caller, "preview.asked_outside", Subject.of("app", app.id(), app.name()))
            .with("profile", profile.name())
            .with("connection", request.connection())
            .with("method", request.method()));
    var outcome = HttpCalls.through(calls, connection, request, "preview-" + ids.word(21));
    var told = json.writeValueAsString(OutcomeWish.of(outcome, new Json(json)));
    return json.readValue(played.values().hide(told), OutcomeWish.class);
  }

  private HttpConnection connection(Profile profile, String slot) {
    if (profile.bindings().get(slot) instanceof Binding.By(var account)) {
      return accounts.http(account).orElseThrow(() -> unbound(profile, slot));
    }
    throw unbound(profile, slot);
  }

  private static ProblemException unbound(Profile profile, String slot) {
    return ProblemException.conflict(
        "slot_unbound",
        "No account is bound",
        "The profile %s has no account for the connection \"%s\". Bind one in Settings, or answer by hand."
            .formatted(profile.name(), slot));
  }
}
