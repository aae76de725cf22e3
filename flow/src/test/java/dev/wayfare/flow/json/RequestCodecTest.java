package dev.wayfare.flow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wayfare.flow.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00.123456Z");

  private static final List<Request> ALL =
      List.of(
          new Request.Http(
              "orders",
              "POST",
              "/orders/A%20B",
              Map.of("day", "2026-11-24", "$t", "1"),
              Map.of("X-Key", "a \"secret\"\n"),
              Optional.of(
                  new Request.Body(
                      Request.Body.Kind.FORM, Map.of("at", NOW, "$n", List.of(2.5, true, "")))),
              Duration.ofMillis(2_500)),
          new Request.Http(
              "orders", "GET", "/", Map.of(), Map.of(), Optional.empty(), Duration.ofSeconds(10)),
          new Request.Email(
              "desk",
              List.of("ann@example.com", "bo@example.com"),
              List.of("cy@example.com"),
              "desk@example.com",
              "Ihr Paket — 📦",
              "It is\non its way.",
              "<p>It is on its way.</p>",
              List.of(Map.of("id", "0192", "name", "a.pdf", "size", 12d))),
          new Request.Media("https://api.example.com/media/1", true),
          new Request.File(Request.File.Work.SHRINK, Map.of("id", "0192"), 640, Duration.ofDays(1)),
          new Request.Insert("booking", Map.of("at", NOW, "seats", 2d)),
          new Request.Upsert("booking", List.of("at", "room"), Map.of("at", NOW)),
          new Request.Update(
              "booking",
              List.of(new Request.Filter("at", Request.Comparison.AT_LEAST, NOW)),
              Map.of("seats", 3d)),
          new Request.Delete(
              "booking",
              List.of(
                  new Request.Filter("room", Request.Comparison.IN, List.of("a", "b")),
                  new Request.Filter("note", Request.Comparison.IS_EMPTY, ""))),
          new Request.Query(
              "booking",
              List.of(),
              List.of(new Request.Order("at", true), new Request.Order("room", false)),
              50,
              100));

  private final RequestCodec codec = new RequestCodec();

  @Test
  void everyKindOfRequestComesBackAsItWas() {
    var kinds = new HashSet<Class<?>>();
    for (var request : ALL) {
      kinds.add(request.getClass());
      assertThat(codec.read(codec.write(request))).isEqualTo(request);
    }
    assertThat(kinds).containsAll(leaves(Request.class));
  }

  private static List<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? List.of(type.getPermittedSubclasses()).stream()
            .flatMap(it -> leaves(it).stream())
            .toList()
        : List.of(type);
  }

  @Test
  void whatIsNoRequestIsRefused() {
    for (var wrong : List.of("[]", "{\"is\": \"fax\"}", "{\"is\": \"http\"}")) {
      assertThatIllegalArgumentException().isThrownBy(() -> codec.read(wrong));
    }
  }

  @Test
  void theWorldReadsMomentsAsTextAndItsKeysMeanNothing() {
    var world = new WorldJson();
    assertThat(world.write(Map.of("at", NOW)))
        .isEqualTo("{\"at\":\"2026-11-23T09:30:00.123456Z\"}");
    assertThat(world.write(List.of("a", 2d, 2.5, true, Double.NaN)))
        .isEqualTo("[\"a\",2,2.5,true,null]");
    assertThat(world.read("{\"$t\": \"x\", \"b\": [null, 1]}"))
        .isEqualTo(Map.of("$t", "x", "b", List.of("", 1d)));
    for (var wrong : List.of("", "{", "{} {}", "nothing", "[1,]")) {
      assertThatIllegalArgumentException().isThrownBy(() -> world.read(wrong));
    }
  }
}
