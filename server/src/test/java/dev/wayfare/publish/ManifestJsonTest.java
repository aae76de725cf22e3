package dev.wayfare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.app.ProfileSettings;
import dev.wayfare.app.ProfileValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");

  private static final Manifest MANIFEST =
      new Manifest(
          3,
          "abc",
          ID,
          new ProfileSettings(
              "de-CH",
              "Europe/Zurich",
              14,
              16,
              40,
              new ProfileSettings.ExpiredPage("Zu spät", "Rufen Sie **an**.")),
          Map.of(
              "text", new Bound.Phone(ID, "+15550100"),
              "visit", new Bound.Link("aaaaaaaaaaaaaaaaaaaaa"),
              "book", new Bound.Route(OTHER, Optional.empty(), "parcels"),
              "orders", new Bound.Connection(OTHER),
              "desk", new Bound.Email(ID, new Sender(OTHER, "desk@example.com", "Desk")),
              "journey links", new Bound.Home()),
          Map.of("z", List.of(1, 2.5), "a", Map.of("y", true, "b", "text")),
          Map.of("key", new ProfileValue.Hidden(OTHER, "0123456789ab")),
          new AlertRules(
              Optional.of(new AlertRules.Rule(List.of(ID, OTHER), AlertRules.Level.ERROR, 1)),
              Optional.empty()));

  @Test
  void whatIsWrittenIsReadBackAndWrittenTheSame() {
    var written = ManifestJson.write(MANIFEST);
    assertThat(ManifestJson.read(written)).isEqualTo(MANIFEST);
    assertThat(ManifestJson.write(ManifestJson.read(written))).isEqualTo(written);
  }

  @Test
  void theWrittenFormIsStableToTheByte() {
    assertThat(ManifestJson.write(MANIFEST))
        .isEqualTo(
            """
            {"alerts":{"on_application_error":{"level":"error",\
            "notifiers":["01890000-0000-7000-8000-000000000001",\
            "01890000-0000-7000-8000-000000000002"],"threshold":1}},\
            "bindings":{"book":{"key":"parcels","kind":"route",\
            "resource":"01890000-0000-7000-8000-000000000002"},\
            "desk":{"account":"01890000-0000-7000-8000-000000000002",\
            "address":"desk@example.com","kind":"email","name":"Desk",\
            "resource":"01890000-0000-7000-8000-000000000001"},\
            "journey links":{"kind":"home"},\
            "orders":{"account":"01890000-0000-7000-8000-000000000002","kind":"connection"},\
            "text":{"address":"+15550100","kind":"number",\
            "resource":"01890000-0000-7000-8000-000000000001"},\
            "visit":{"kind":"link","word":"aaaaaaaaaaaaaaaaaaaaa"}},\
            "environment":"01890000-0000-7000-8000-000000000001","format":2,\
            "secrets":{"key":{"fingerprint":"0123456789ab",\
            "id":"01890000-0000-7000-8000-000000000002"}},\
            "settings":{"expired_text":"Rufen Sie **an**.","expired_title":"Zu spät",\
            "journey_days":14,"link_length":16,"locale":"de-CH","retention_days":40,\
            "time_zone":"Europe/Zurich"},\
            "values":{"a":{"b":"text","y":true},"z":[1,2.5]},"version":3,"version_hash":"abc"}""");
  }

  @Test
  void aManifestFromBeforeLinksHadALengthHasTheUsualOne() {
    var before =
        ManifestJson.write(MANIFEST)
            .replaceFirst(
                "\"settings\":\\{.*?\\}",
                "\"settings\":{\"journey_days\":14,\"locale\":\"de-CH\",\"time_zone\":\"Europe/Zurich\"}");
    assertThat(before).doesNotContain("link_length");
    assertThat(ManifestJson.read(before).settings())
        .isEqualTo(
            new ProfileSettings(
                "de-CH", "Europe/Zurich", 14, 21, 365, ProfileSettings.ExpiredPage.OURS));
  }

  @Test
  void whatLivesOnADomainIsReadBackAsItWas() {
    var onDomain =
        new Manifest(
            3,
            "abc",
            ID,
            ProfileSettings.READY_MADE,
            Map.of(
                "book", new Bound.Route(OTHER, Optional.of("help.example.com"), "parcels"),
                "journey links", new Bound.Domain(ID, "help.example.com")),
            Map.of(),
            Map.of(),
            MANIFEST.alerts());

    assertThat(ManifestJson.read(ManifestJson.write(onDomain))).isEqualTo(onDomain);
  }

  @Test
  void aManifestFromBeforeThereWereAlertsTellsNobody() {
    var first =
        ManifestJson.write(MANIFEST)
            .replaceFirst("\"alerts\":\\{.*?\\}\\},", "")
            .replace("\"format\":2", "\"format\":1");
    assertThat(first).doesNotContain("alerts");
    assertThat(ManifestJson.read(first).alerts()).isEqualTo(AlertRules.NONE);
    assertThat(ManifestJson.read(first).bindings()).isEqualTo(MANIFEST.bindings());
  }
}
