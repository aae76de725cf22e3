package dev.wayfare.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the marked release would answer at an entrance.
///
/// @param trouble the code of what went wrong on the first turn, if anything did
public record Proven<R>(UUID release, R reply, Optional<String> trouble) {

  /// What an answer over HTTP says beside the reply. A code may be of a builder's choice, and a
  /// header holds plain characters only.
  public Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put(Proof.RELEASE, release.toString());
    trouble.ifPresent(code -> headers.put(Proof.TROUBLE, code.replaceAll("[^\\x21-\\x7e]", "_")));
    return headers;
  }
}
