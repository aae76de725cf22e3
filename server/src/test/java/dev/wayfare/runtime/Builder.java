package dev.wayfare.runtime;

import dev.wayfare.ParcelService;
import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody who builds apps on a server through its API, whose texts go over the carrier at this
/// address, and whose apps find parcels at that one.
record Builder(Api api, String carrier, String parcels) {
  static final String NUMBER = "+15550100";
  static final String HOTLINE = "+15550101";
  static final String PARCEL_KEY = "a parcel carrier's key";

  /// Saves a document as the app's draft; publishes nothing.
  void saves(String app, String document) {
    Push.draft(api, app, document);
  }

  /// Publishes the draft of an app; its texts come to [#NUMBER], its calls to [#HOTLINE].
  void publishes(String app) {
    publishes(app, Map.of());
  }

  /// The same, with more to wish.
  void publishes(String app, Map<String, ?> more) {
    var profile = "apps/" + app + "/profiles/Production";
    for (var slot : api.get(profile).path("slots")) {
      var kind = slot.path("kind").asString();
      if (kind.equals("text")) {
        api.put(profile + "/bindings/text", Map.of("resource", number(NUMBER, kind)));
      }
      if (kind.equals("voice")) {
        api.put(profile + "/bindings/voice", Map.of("resource", number(HOTLINE, kind)));
      }
      if (slot.path("name").asString().equals("parcels")) {
        api.put(profile + "/bindings/parcels", Map.of("account", parcelAccount()));
      }
    }
    var revision = api.get("apps/" + app).path("revision").asString();
    var wish = new HashMap<String, Object>(more);
    wish.put("profile", "Production");
    wish.put("revision", revision);
    wish.put("accept_warnings", "It is for a test.");
    api.post("apps/" + app + "/releases?wait=25", wish);
  }

  private String number(String number, String capability) {
    for (var resource : api.get("resources?environment=Production").path("items")) {
      if (resource.path("address").asString().equals(number)) {
        return resource.path("id").asString();
      }
    }
    return api.post(
            "resources",
            Map.of(
                "kind",
                "phone_number",
                "name",
                capability.equals("text") ? "Desk" : "Hotline",
                "account",
                account(),
                "number",
                number,
                "capabilities",
                List.of(capability)))
        .path("id")
        .asString();
  }

  private String account() {
    return account(
        Map.of(
            "environment",
            "Production",
            "kind",
            "twilio",
            "name",
            "Carrier",
            "account_sid",
            Webhooks.ACCOUNT,
            "base_url",
            carrier,
            "auth_token",
            Webhooks.SECRET));
  }

  private String parcelAccount() {
    return account(
        Map.of(
            "environment",
            "Production",
            "kind",
            "http",
            "name",
            "Parcels",
            "settings",
            Map.of("base_url", parcels, "auth", "header", "header", ParcelService.KEY_HEADER),
            "secret",
            PARCEL_KEY));
  }

  /// The account of this name, which is made where there is none.
  private String account(Map<String, ?> wish) {
    for (var account : api.get("accounts?environment=Production").path("items")) {
      if (account.path("name").asString().equals(wish.get("name"))) {
        return account.path("id").asString();
      }
    }
    return api.post("accounts", wish).path("id").asString();
  }

  /// The starting link of a web trigger.
  String startingLink(String app) {
    for (var way : api.get("apps/" + app + "/profiles/Production/live").path("entrances")) {
      if (way.path("kind").asString().equals("web")) {
        return way.path("url").asString();
      }
    }
    throw new AssertionError("no web entrance");
  }
}
