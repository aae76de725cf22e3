package dev.wayfare.runtime;

import dev.wayfare.flow.Verb;
import dev.wayfare.flow.json.VerbCodec;
import java.util.List;

/// What a call was told, as it is remembered under the webhook's key: sealed, since an app may say
/// back what was keyed secretly.
final class CallScripts {
  private final VerbCodec codec = new VerbCodec();
  private final TextSeal seal;

  CallScripts(TextSeal seal) {
    this.seal = seal;
  }

  List<String> remembered(List<Verb> verbs) {
    return List.of(seal.seal(codec.write(verbs)));
  }

  List<Verb> read(List<String> remembered) {
    return codec.read(seal.open(remembered.getFirst()));
  }
}
