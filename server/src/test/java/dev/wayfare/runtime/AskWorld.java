package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A world whose app *orders* asks a service: a text is the path that is asked, the answer is told.
final class AskWorld implements AutoCloseable {
  static final String SECRET = "sesame-open-4711";

  private static final String APP =
      """
      wayfare: 1
      name: orders
      title: Orders
      variables: {path: text, found: object, sent: text}
      profile_values:
        key: {type: secret, required: true}
      triggers:
        texted: {type: text, flow: talk}
        visit: {type: web, flow: page}
      flows:
        talk:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Which?", into: path, next: told}
            told: {type: say, text: "One moment.", next: how}
            how:
              type: branch
              cases:
                - {when: "path == 'fault'", next: fault}
                - {when: "path == 'nowhere'", next: nowhere}
                - {when: "path == 'later'", next: later}
                - {when: "path.contains('@')", next: mail}
              otherwise: look
            later: {type: timer, name: later, after: 1h, flow: late, next: soon}
            soon: {type: say, text: "Later.", next: which}
            fault: FAULT
            nowhere: NOWHERE
            mail: MAIL
            mailed: {type: say, text: "Mailed.", next: which}
            look: LOOK
            tell: {type: say, text: "{{ found.what }} comes on {{ found.day }}.", next: which}
            sorry: {type: say, text: "No luck ({{ error.code }}).", next: which}
        late:
          channel: text
          start: look
          steps:
            look: LATE
            tell: {type: say, text: "{{ found.what }} comes on {{ found.day }}.", next: over}
            sorry: {type: stop}
            over: {type: stop}
        page:
          channel: web
          start: form
          steps:
            form:
              type: page
              title: Which
              controls: [{type: text_field, id: path, label: Path}, {type: button, id: go, label: Go}]
              next: look
            look: LOOK
            tell: {type: page, title: "{{ found.what }} comes on {{ found.day }}."}
            sorry: {type: page, title: "No luck ({{ error.code }})."}
      """;

  private static final String LOOK =
      "{type: http, connection: orders, path: \"/{{ path }}\","
          + " headers: {X-Key: profile.key}, into: found, next: tell, failed: sorry}";
  private static final String MAIL =
      "{type: email, from: desk, to: path, subject: \"Hi {{ path }}\", text: A letter,"
          + " next: mailed, failed: sorry}";
  private static final String TWIN = "{type: log, code: twin, message: twin, next: tell}";

  final Service service = new Service();
  final TestWorld world;
  private final HttpClient http = HttpClient.newHttpClient();
  private int sids;

  AskWorld(Class<?>... more) {
    System.setProperty(Outward.SERVICE, service.url());
    world = new TestWorld(more);
    publish(
        "orders",
        APP.replace("LOOK", LOOK)
            .replace("FAULT", LOOK.replace("orders", "broken"))
            .replace("NOWHERE", LOOK.replace("orders", "nowhere"))
            .replace("LATE", LOOK.replace("{{ path }}", "late"))
            .replace("MAIL", MAIL),
        APP.replaceAll("LOOK|FAULT|NOWHERE|LATE|MAIL", TWIN));
  }

  /// Connections cannot be bound yet, so the release is checked as its twin without one and sealed
  /// with the document that was saved before it.
  void publish(String app, String document, String twin) {
    sql(
        """
        create or replace function sealed_before() returns trigger language plpgsql as $$
          begin
            new.document := (select document from draft_revision
              where app_id = new.app_id order by number desc offset 1 limit 1);
            return new;
          end $$""");
    sql(
        "create or replace trigger sealed_before before insert on version"
            + " for each row execute function sealed_before()");
    world.saves(app, document).saves(app, twin);
    var given =
        world
            .client()
            .patch(
                "/api/v1/apps/" + app + "/profiles/Production/values",
                "{\"key\": \"%s\"}".formatted(SECRET));
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    world.publishes(app);
  }

  private void sql(String statement) {
    world.part(JdbcClient.class).sql(statement).update();
  }

  /// A text to this server, or to another one on the same database.
  String textTo(String server, String phone, String body, String sid) {
    try {
      var answer =
          new Webhooks(http, server, TestWorld.PUBLIC).text(phone, TestWorld.NUMBER, body, sid);
      return answer.statusCode() == 200
          ? String.join(" / ", Webhooks.replies(answer.body()))
          : String.valueOf(answer.statusCode());
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  String text(String phone, String body) {
    return textTo(world.base(), phone, body, "SMask" + ++sids);
  }

  /// What began the turns of this person's journey, in order.
  List<String> turns(String phone) {
    var journey =
        StreamSupport.stream(
                world.api().get("journeys?limit=200").path("items").spliterator(), false)
            .filter(it -> it.path("phone").asString().equals(phone))
            .findFirst()
            .orElseThrow();
    var trail = world.api().get("journeys/" + journey.path("id").asString() + "/trail");
    return StreamSupport.stream(trail.path("turns").spliterator(), false)
        .map(turn -> turn.path("kind").asString())
        .toList();
  }

  @Override
  public void close() {
    service.close();
    world.close();
  }
}
