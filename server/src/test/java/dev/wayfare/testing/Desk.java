package dev.wayfare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// One app as a builder works on it through the API: a text flow, a page, a value and a secret.
public record Desk(Client api, String name) {

  /// Saved as the first draft after the empty one: at r2.
  public static Desk create(Client api, String name) {
    var desk = new Desk(api, name);
    ok(api.post("/api/v1/apps", "{\"name\": \"%s\", \"title\": \"Desk\"}".formatted(name)), 201);
    ok(desk.save("r1", document("Hello")), 200);
    return desk;
  }

  public static String document(String greeting) {
    return """
        wayfare: 1
        name: desk
        title: Desk
        profile_values:
          orders_url: {type: url}
          orders_key: {type: secret}
        triggers:
          texted: {type: text, flow: helper}
          visit: {type: web, flow: booking}
        flows:
          helper:
            channel: text
            start: hi
            steps:
              hi: {type: say, text: "%s"}
          booking:
            channel: web
            start: day
            steps:
              day:
                type: page
                title: Choose a day
                controls:
                  - {type: date, id: when, label: Day}
                  - {type: button, id: send, label: Send}
        """
        .formatted(greeting);
  }

  public Answer save(String seen, String document) {
    return api.with("If-Match", "\"" + seen + "\"")
        .with("Content-Type", "application/yaml")
        .send("PUT", path("/draft"), document);
  }

  /// A new number of the simulator; its resource's id.
  public static String number(Client api, String environment) {
    var accounts = ok(api.get("/api/v1/accounts?environment=" + environment), 200);
    var account = accounts.text("/items/0/id");
    var wish =
        """
        {"kind": "phone_number", "account": "%s", "capabilities": ["text", "voice"]}"""
            .formatted(account);
    return ok(api.post("/api/v1/resources", wish), 201).text("/id");
  }

  public static String route(Client api, String environment, String key) {
    var wish =
        """
        {"kind": "route", "environment": "%s", "key": "%s"}"""
            .formatted(environment, key);
    return ok(api.post("/api/v1/resources", wish), 201).text("/id");
  }

  public Answer bind(String profile, String slot, String resource) {
    var path = "/profiles/%s/bindings/%s".formatted(profile, encoded(slot));
    return api.send("PUT", path(path), "{\"resource\": \"%s\"}".formatted(resource));
  }

  public Answer set(String profile, String values) {
    return api.patch(path("/profiles/" + profile + "/values"), values);
  }

  public Answer profile(String profile) {
    return api.get(path("/profiles/" + encoded(profile)));
  }

  /// Waits for the end of the release's way.
  public Answer publish(String profile, String revision) {
    return publish(profile, revision, "");
  }

  /// `more` are further fields of the wish, as `"take": ["+15550100"]`.
  public Answer publish(String profile, String revision, String more) {
    return api.post(
        path("/releases?wait=25"),
        "{\"profile\": \"%s\", \"revision\": \"%s\", \"note\": \"n\"%s}"
            .formatted(profile, revision, more.isEmpty() ? "" : ", " + more));
  }

  /// Waits likewise.
  public Answer rollBack(String release, String scope) {
    return api.post(
        path("/releases/" + release + "/rollback?wait=25"), "{\"scope\": \"%s\"}".formatted(scope));
  }

  public Answer dryRun(String profile) {
    return api.post(path("/releases?dry_run=true"), "{\"profile\": \"%s\"}".formatted(profile));
  }

  public Answer live(String profile) {
    return ok(api.get(path("/profiles/" + encoded(profile) + "/live")), 200);
  }

  public Answer unpublish(String profile) {
    return api.delete(path("/profiles/" + profile + "/live"));
  }

  /// Ready to be published under Production at r2; the address of its number.
  public String ready() {
    var number = number(api, "Production");
    ok(bind("Production", "text", number), 200);
    return ok(api.get("/api/v1/resources/" + number), 200).text("/address");
  }

  public String path(String within) {
    return "/api/v1/apps/" + name + within;
  }

  public static Answer ok(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
