package dev.wayfare.flow.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A reader that never fills a buffer to its last place.
///
/// The YAML parser reads one character more where a buffer ends in the middle of a pair (an emoji),
/// and has room for it only if there was a place left.
final class PairedReader extends FilterReader {
  PairedReader(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    return super.read(into, from, Math.max(1, length - 1));
  }
}
