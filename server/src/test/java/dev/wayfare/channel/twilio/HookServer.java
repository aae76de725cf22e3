package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.TextDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/// All webhooks in a real Tomcat, and a client that posts to them as Twilio would.
final class HookServer implements AutoCloseable {

  static final String PUBLIC = "https://go.example.com";

  private final WebServer tomcat;
  private final HttpClient client = HttpClient.newHttpClient();

  HookServer(CarrierAccounts accounts, TextDoor door, CallDoor calls) {
    var module = new TwilioModule();
    var url = new PublicUrl(PUBLIC);
    var factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    factory.setRegisterDefaultServlet(true); // a filter answers only where something is mapped
    tomcat =
        factory.getWebServer(
            module.twilioTextHook(accounts, url, door),
            module.twilioStatusHook(accounts, url, door),
            module.twilioCallHook(accounts, url, calls),
            module.twilioHeardHook(accounts, url, calls),
            module.twilioHeldHook(accounts, url, calls),
            module.twilioForwardedHook(accounts, url, calls),
            module.twilioTakenHook(accounts, url, calls),
            module.twilioCallEndHook(accounts, url, calls));
    tomcat.start();
  }

  String local() {
    return "http://127.0.0.1:" + tomcat.getPort();
  }

  HttpResponse<String> post(String path, String type, String signature, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(local() + path)).POST(BodyPublishers.ofByteArray(body));
    request.header("Content-Type", type);
    if (!signature.isEmpty()) {
      request.header("X-Twilio-Signature", signature);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(local() + path)).build(), BodyHandlers.ofString());
  }

  /// The accounts of these numbers.
  static CarrierAccounts accounts(Map<PhoneNumber, CarrierAccount> owners) {
    return new CarrierAccounts() {
      @Override
      public Optional<CarrierAccount> forNumber(PhoneNumber number) {
        return Optional.ofNullable(owners.get(number));
      }

      @Override
      public List<CarrierAccount> all() {
        return List.copyOf(owners.values());
      }
    };
  }

  static byte[] form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  @Override
  public void close() {
    tomcat.stop();
    tomcat.destroy();
    client.close();
  }
}
