package dev.wayfare.flow;

import dev.wayfare.flow.expression.Composed;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.request.PathForm;
import dev.wayfare.flow.request.PayloadSchema;
import dev.wayfare.flow.time.Cron;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What starts a journey.
public sealed interface Trigger {
  String name();

  String flow();

  /// An incoming text to the number bound to the slot `text`.
  record Texted(String name, String flow, OpenJourney openJourney, String busy)
      implements Trigger {}

  /// An incoming call to the number bound to the slot `voice`. `hungUp` is a flow that runs once
  /// the call is over.
  record Called(
      String name, String flow, OpenCall openJourney, String busy, Optional<String> hungUp)
      implements Trigger {}

  /// What an incoming call means when the caller has an open journey in this app.
  enum OpenCall {
    /// The flow runs in the open journey.
    CONTINUE,
    /// The open journey ends and a new one begins.
    RESTART,
    /// The caller hears `busy`, and nothing changes.
    BUSY
  }

  /// A visit to a starting link; the slot is named after the trigger.
  record Visited(String name, String flow, String title) implements Trigger {}

  /// A moment by the calendar, again and again. `zone` is empty where the app's is meant, `with`
  /// are the flow's inputs. Nobody is on such a journey, and it ends by itself.
  record Scheduled(
      String name,
      String flow,
      Cron cron,
      Optional<ZoneId> zone,
      Missed missed,
      Map<String, Expression> with)
      implements Trigger {

    /// The time zone its line is read in, in this app.
    public ZoneId zone(App app) {
      return zone.orElseGet(app::zone);
    }
  }

  /// What happens to moments of a schedule at which no server was there.
  enum Missed {
    /// They are left out.
    SKIP,
    /// The flow runs once for all of them.
    ONCE,
    /// The flow runs for each of them: for the last hundred at most.
    ALL
  }

  /// What an incoming text means when the contact has an open journey in this app that does not
  /// wait for it. One that waits for an answer always gets it.
  enum OpenJourney {
    /// The flow runs again, in the open journey.
    CONTINUE,
    /// The open journey ends and a new one begins.
    RESTART,
    /// The text is answered with `busy` and changes nothing.
    REJECT
  }

  /// A request of a program. `check` must hold, else it is refused with `otherwise`; `each` makes a
  /// journey of every item. `match` finds the open journey it is about, `found` and `missing` say
  /// what then happens; `contact` is who a new journey is with, `with` the inputs of the flow.
  record Requested(
      String name,
      String flow,
      Method method,
      PathForm path,
      Auth auth,
      List<String> groups,
      Optional<PayloadSchema> payload,
      Optional<Expression> check,
      Optional<Template> otherwise,
      Optional<Expression> each,
      Optional<Match> match,
      Found found,
      Missing missing,
      Map<Who, Expression> contact,
      Map<String, Expression> with,
      Optional<Reply> reply)
      implements Trigger {}

  enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    public boolean hasBody() {
      return this != GET && this != DELETE;
    }
  }

  /// Who may call a trigger.
  enum Auth {
    /// Everybody; each address so many times a minute.
    PUBLIC,
    /// A program with a token for this app.
    TOKEN,
    /// A program with a token of one of the groups.
    GROUP
  }

  /// How the journey that a request is about is found: by what, and its value.
  record Match(By by, Expression value) {}

  enum By {
    CONTACT_PHONE,
    CONTACT_EMAIL,
    JOURNEY_LINK
  }

  /// What a request means when its journey is open.
  enum Found {
    /// The flow runs in it.
    CONTINUE,
    /// It ends and a new one begins.
    RESTART,
    /// The request is refused and nothing changes.
    REJECT,
    /// It ends and none begins.
    END
  }

  /// What a request means when there is no open journey of its kind.
  enum Missing {
    START,
    REJECT
  }

  /// What is known of the person a new journey is with.
  enum Who {
    PHONE,
    EMAIL,
    FIRST_NAME,
    LAST_NAME,
    NAME,
    TIME_ZONE
  }

  /// What the program is answered after the turn.
  record Reply(
      int status,
      Map<String, Template> headers,
      Optional<Composed> body,
      Optional<Template> redirect) {}
}
