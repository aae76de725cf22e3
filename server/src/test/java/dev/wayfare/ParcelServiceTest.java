package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The service that *parcel-desk* asks, as any client meets it.
class ParcelServiceTest {
  private static final String CHOICE =
      "{\"day\": \"2026-11-27\", \"place\": \"PLACE\", \"neighbour\": \"NAME\"}";

  private final ParcelService service =
      ParcelService.start("sesame", () -> Instant.parse("2026-11-23T23:30:00Z"));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    service.close();
  }

  private HttpResponse<String> ask(String method, String path, String key, String body, String once)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + service.address() + path))
            .method(method, BodyPublishers.ofString(body))
            .header(ParcelService.KEY_HEADER, key);
    if (!once.isEmpty()) {
      request.header("Idempotency-Key", once);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String order) throws Exception {
    return ask("GET", "/parcels/" + order, "sesame", "", "");
  }

  private HttpResponse<String> put(String order, String body, String once) throws Exception {
    return ask("PUT", "/parcels/" + order + "/delivery", "sesame", body, once);
  }

  @Test
  void aParcelComesInTwoDaysOrOnOneOfTheThreeAfter() throws Exception {
    var lamp = get("PD-1042");
    assertThat(lamp.statusCode()).isEqualTo(200);
    assertThat(lamp.body())
        .contains("Your lamp", "\"day\":\"2026-11-25\"")
        .contains("[\"2026-11-26\",\"2026-11-27\",\"2026-11-28\"]");
    for (var unknown : new String[] {"PD-1047", "PD-1048", "PD-9999", "PD-0042", "PD-104", "X"}) {
      assertThat(get(unknown).statusCode()).as(unknown).isEqualTo(404);
    }
  }

  @Test
  void whoHasNotTheKeyIsToldNothing() throws Exception {
    assertThat(ask("GET", "/parcels/PD-1042", "guess", "", "").statusCode()).isEqualTo(401);
    assertThat(ask("DELETE", "/parcels/PD-1042", "sesame", "", "").statusCode()).isEqualTo(405);
  }

  @Test
  void aChoiceIsKeptAndARepeatIsHeardOnce() throws Exception {
    var shop = CHOICE.replace("PLACE", "shop").replace("NAME", "");
    var door = CHOICE.replace("PLACE", "door").replace("NAME", "");
    assertThat(put("PD-1042", shop, "one").statusCode()).isEqualTo(200);
    assertThat(put("PD-1042", door, "one").body()).contains("shop");
    assertThat(get("PD-1042").body()).contains("\"day\":\"2026-11-27\"", "shop");
    assertThat(put("PD-1042", door, "two").body()).contains("door");
    assertThat(service.delivery("PD-1042"))
        .contains(new ParcelService.Delivery("2026-11-27", "door", ""));
  }

  @Test
  void aChoiceThatCannotBeIsRefused() throws Exception {
    assertThat(put("PD-1042", "{", "").statusCode()).isEqualTo(400);
    assertThat(put("PD-1042", "{}", "").body()).contains("2026-11-26, 2026-11-27, 2026-11-28");
    assertThat(put("PD-1042", CHOICE, "").statusCode()).isEqualTo(422);
    var nameless = CHOICE.replace("PLACE", "neighbour").replace("NAME", "");
    assertThat(put("PD-1042", nameless, "").body()).contains("no name");
    assertThat(service.delivery("PD-1042")).isEmpty();
  }
}
