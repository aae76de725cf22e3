package dev.wayfare.journal;

import dev.wayfare.http.Caller;
import dev.wayfare.kernel.OrganizationId;
import java.util.Map;
import java.util.TreeMap;

/// One thing that was done: who, what (a verb such as `release.live`) and to what. `data` holds
/// plain values that explain it, never a secret and never a customer's words.
public record Fact(
    OrganizationId organization,
    Actor actor,
    String verb,
    Subject subject,
    Map<String, Object> data) {

  public static Fact of(Caller caller, String verb, Subject subject) {
    return new Fact(caller.organization(), Actor.of(caller), verb, subject, Map.of());
  }

  public static Fact ofServer(OrganizationId organization, String verb, Subject subject) {
    return new Fact(organization, Actor.SERVER, verb, subject, Map.of());
  }

  public Fact with(String name, Object value) {
    var more = new TreeMap<>(data);
    more.put(name, value);
    return new Fact(organization, actor, verb, subject, more);
  }
}
