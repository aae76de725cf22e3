package dev.wayfare.testing;

import static dev.wayfare.testing.Desk.ok;

import dev.wayfare.testing.Client.Answer;

/// A custom domain as its owner works on it, with the settings of its DNS in their hands.
public record Domain(Client api, LocalDns dns, String host, String id) {

  public static Domain add(Client api, LocalDns dns, String host) {
    var made = ok(api.post("/api/v1/domains", "{\"host\": \"%s\"}".formatted(host)), 201);
    return new Domain(api, dns, made.text("/host"), made.text("/id"));
  }

  /// Added, with its record made, and looked at.
  public static Domain proven(Client api, LocalDns dns, String host) {
    var domain = add(api, dns, host);
    domain.prove();
    domain.verify();
    return domain;
  }

  public void prove() {
    dns.record(recordName(), "TXT", "\"" + view().text("/records/0/value") + "\"");
  }

  public void takeRecordAway() {
    dns.forget(recordName());
  }

  public Answer verify() {
    return ok(api.post("/api/v1/domains/" + id + "/verify", ""), 200);
  }

  public Answer view() {
    return ok(api.get("/api/v1/domains/" + id), 200);
  }

  public Answer remove() {
    return api.delete("/api/v1/domains/" + id);
  }

  /// A new route on it; the id of its resource.
  public String route(String key) {
    var wish = "{\"kind\": \"route\", \"domain\": \"%s\", \"key\": \"%s\"}".formatted(host, key);
    return ok(api.post("/api/v1/resources", wish), 201).text("/id");
  }

  private String recordName() {
    return "_wayfare." + host;
  }
}
