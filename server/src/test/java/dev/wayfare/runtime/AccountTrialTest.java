package dev.wayfare.runtime;

import static dev.wayfare.testing.Desk.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.wayfare.testing.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connected accounts are tried against servers that are there: what each of them says becomes a
/// sentence, and no secret is in it.
class AccountTrialTest {
  private static final String SECRET = "very-secret-4711";

  private static final TestWorld WORLD = new TestWorld();
  private static Client api;
  private static HttpServer outside;
  private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
  private static final List<String> ASKED = new ArrayList<>();
  private static int names;

  @BeforeAll
  static void start() throws IOException {
    api = WORLD.client();
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var signed = exchange.getRequestHeaders().getOrDefault("Authorization", List.of(""));
            ASKED.add(exchange.getRequestMethod() + " " + path + " " + signed.getFirst());
            var answer = ANSWERS.getOrDefault(path, "404 {}").split(" ", 2);
            var body = answer[1].getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
            exchange.getResponseBody().write(body);
          }
        });
    outside.start();
  }

  @AfterAll
  static void stop() {
    outside.stop(0);
    WORLD.close();
  }

  private static String base() {
    return "http://127.0.0.1:" + outside.getAddress().getPort();
  }

  private static String account(String kind, String settings) {
    return ok(
            api.post(
                "/api/v1/accounts",
                """
                {"environment": "Production", "kind": "%s", "name": "Account %d",
                 "settings": {%s}, "secret": "%s"}"""
                    .formatted(kind, ++names, settings, SECRET)),
            201)
        .text("/id");
  }

  /// What is wrong with the account, or `fine`.
  private static String tried(String account) {
    var answer = ok(api.post("/api/v1/accounts/" + account + "/test", ""), 200);
    assertThat(answer.body()).doesNotContain(SECRET);
    assertThat(answer.json().path("ok").asBoolean())
        .isEqualTo(answer.json().path("problem").isMissingNode());
    return answer.json().path("problem").asString("fine");
  }

  private static String twilio(String sid) {
    return account(
        "twilio", "\"account_sid\": \"%s\", \"base_url\": \"%s\"".formatted(sid, base()));
  }

  @Test
  void aCarriersAccountIsAskedForItself() {
    ANSWERS.put("/2010-04-01/Accounts/AC1.json", "200 {\"sid\": \"AC1\", \"status\": \"active\"}");
    ANSWERS.put("/2010-04-01/Accounts/AC2.json", "401 {\"code\": 20003}");
    ANSWERS.put("/2010-04-01/Accounts/AC3.json", "200 {\"status\": \"suspended\"}");
    ANSWERS.put("/2010-04-01/Accounts/AC5.json", "500 {}");
    assertThat(tried(twilio("AC1"))).isEqualTo("fine");
    var signed = Base64.getEncoder().encodeToString(("AC1:" + SECRET).getBytes(UTF_8));
    assertThat(ASKED).contains("GET /2010-04-01/Accounts/AC1.json Basic " + signed);
    assertThat(tried(twilio("AC2")))
        .isEqualTo("Twilio does not accept the account_sid and the auth_token.");
    assertThat(tried(twilio("AC3"))).isEqualTo("Twilio has suspended this account.");
    assertThat(tried(twilio("AC4"))).isEqualTo("Twilio knows no account with this account_sid.");
    assertThat(tried(twilio("AC5"))).isEqualTo("Twilio answered with status 500. Try again later.");
  }

  @Test
  void aServiceIsAskedAtItsBaseAddress() {
    ANSWERS.put("/open", "200 {}");
    ANSWERS.put("/closed", "401 {}");
    ANSWERS.put("/broken", "500 {}");
    var basic = "\"auth\": \"basic\", \"user\": \"desk\", \"base_url\": \"%s%s\"";
    assertThat(tried(account("http", basic.formatted(base(), "/open")))).isEqualTo("fine");
    var signed = Base64.getEncoder().encodeToString(("desk:" + SECRET).getBytes(UTF_8));
    assertThat(ASKED).contains("GET /open Basic " + signed);
    assertThat(tried(account("http", basic.formatted(base(), "/nothing")))).isEqualTo("fine");
    assertThat(tried(account("http", basic.formatted(base(), "/closed"))))
        .isEqualTo("The service answered with status 401. It does not accept the credentials.");
    assertThat(tried(account("http", "\"base_url\": \"%s/closed\"".formatted(base()))))
        .isEqualTo(
            "The service answered with status 401. It wants credentials, and the account has"
                + " none.");
    assertThat(tried(account("http", basic.formatted(base(), "/broken"))))
        .isEqualTo("The service answered with status 500.");
    assertThat(tried(account("http", "\"base_url\": \"http://127.0.0.1:1\"")))
        .isEqualTo("127.0.0.1 takes no connection.");
    assertThat(tried(account("http", "\"base_url\": \"http://10.1.2.3/\"")))
        .contains("10.1.2.3")
        .doesNotContain("takes no connection");
  }

  @Test
  void aServiceIsAskedWhereItsCredentialsCount() {
    ANSWERS.put("/service", "200 {}");
    ANSWERS.put("/service/me", "401 {}");
    var settings = "\"auth\": \"bearer\", \"base_url\": \"%s/service\", \"check_path\": \"/me\"";
    assertThat(tried(account("http", settings.formatted(base()))))
        .isEqualTo("The service answered with status 401. It does not accept the credentials.");
    assertThat(ASKED).contains("GET /service/me Bearer " + SECRET);
    ANSWERS.put("/service/me", "200 {}");
    assertThat(tried(account("http", settings.formatted(base())))).isEqualTo("fine");
  }

  @Test
  void aTokenIsFetchedAnewForEveryTrial() {
    ANSWERS.put("/service", "200 {}");
    ANSWERS.put("/token", "200 {\"access_token\": \"t-1\", \"expires_in\": 3600}");
    var service =
        account(
            "http",
            """
            "auth": "oauth", "client_id": "desk", "token_url": "%s/token", "base_url": "%s/service\""""
                .formatted(base(), base()));
    assertThat(tried(service)).isEqualTo("fine");
    assertThat(ASKED).contains("GET /service Bearer t-1");
    ANSWERS.put("/token", "401 {\"error\": \"invalid_client\"}");
    assertThat(tried(service))
        .isEqualTo("The token endpoint answered with status 401 and invalid_client.");
  }

  @Test
  void aMailServerIsGreetedAndGetsNoMail() {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    var settings = "\"host\": \"127.0.0.1\", \"port\": %d, \"security\": \"none\"";
    var server = account("smtp", settings.formatted(mail.getSmtp().getPort()));
    try {
      assertThat(tried(server)).isEqualTo("fine");
      assertThat(mail.getReceivedMessages()).isEmpty();
    } finally {
      mail.stop();
    }
    assertThat(tried(server)).isEqualTo("127.0.0.1 takes no connection.");
  }

  @Test
  void aTrialIsInTheJournalAndTheSimulatorIsAlwaysFine() {
    var accounts = ok(api.get("/api/v1/accounts?environment=Staging"), 200);
    assertThat(tried(accounts.text("/items/0/id"))).isEqualTo("fine");
    var journal = ok(api.get("/api/v1/journal?limit=50"), 200).body();
    assertThat(journal).contains("account.tested").doesNotContain(SECRET);
  }

  @Test
  void anAccountOfNobodyIsNotFound() {
    var answer = api.post("/api/v1/accounts/" + new UUID(1, 2) + "/test", "");
    assertThat(answer.status()).isEqualTo(404);
  }
}
