package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.flow.json.Sealer;
import dev.wayfare.kernel.SealException;
import dev.wayfare.kernel.SealedBox;
import java.util.Base64;

/// Seals texts that the database keeps as text, all for one purpose.
final class TextSeal implements Sealer {
  private final SealedBox box;
  private final String purpose;

  TextSeal(SealedBox box, String purpose) {
    this.box = box;
    this.purpose = purpose;
  }

  @Override
  public String seal(String open) {
    return Base64.getEncoder().encodeToString(box.seal(open.getBytes(UTF_8), purpose));
  }

  @Override
  public String open(String sealed) {
    try {
      return new String(box.openBytes(Base64.getDecoder().decode(sealed), purpose), UTF_8);
    } catch (SealException e) {
      throw new IllegalArgumentException("a text that is kept sealed cannot be opened", e);
    }
  }
}
