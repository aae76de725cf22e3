package dev.wayfare.channel.twilio;

import com.sun.net.httpserver.HttpServer;
import dev.wayfare.testing.CarrierNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A carrier that has nothing but numbers, on a port of its own.
final class FakeNumbers implements AutoCloseable {
  private final HttpServer http;
  private final CarrierNumbers numbers = new CarrierNumbers("AC1", "hush", false);

  FakeNumbers() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", numbers::answer);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  FakeNumbers with(String number, Map<String, String> settings) {
    numbers.with(number, settings);
    return this;
  }

  List<Map<String, String>> changes() {
    return numbers.changes();
  }

  void says(int status, String body) {
    numbers.says(status, body);
  }

  Optional<Object> setting(String number, String name) {
    return numbers.setting(number, name);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
