package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.json.RequestCodec;
import dev.wayfare.kernel.SealedBox;
import java.util.UUID;

/// Seals requests for the database, each for its own place.
final class AskSeal {
  private final RequestCodec codec = new RequestCodec();
  private final SealedBox box;

  AskSeal(SealedBox box) {
    this.box = box;
  }

  byte[] seal(UUID journey, String key, Request request) {
    return box.seal(codec.write(request).getBytes(UTF_8), purpose(journey, key));
  }

  Request open(UUID journey, String key, byte[] sealed) {
    return codec.read(new String(box.openBytes(sealed, purpose(journey, key)), UTF_8));
  }

  private static String purpose(UUID journey, String key) {
    return "ask/" + journey + "/" + key;
  }
}
