package dev.wayfare.channel;

import java.util.Map;
import java.util.Set;

/// Where a carrier posts what comes in to a number of ours: read before anything is changed, set by
/// a publish, put back when the publish fails or the app is taken down.
///
/// Settings are the carrier's own, by name (`sms_url`); only adapters understand them.
public interface Wiring {

  /// What the carrier has now, of everything that [#wanted] may ask for.
  Read read(PhoneNumber number, CarrierAccount account);

  /// What this line needs so that we hear it.
  Map<String, String> wanted(PhoneNumber number, Line line);

  /// Sets exactly these settings of the number and leaves all others as they are.
  Outcome set(PhoneNumber number, Map<String, String> settings, CarrierAccount account);

  /// What came of reading.
  sealed interface Read {
    /// `lines` is what the carrier itself says the number can do.
    record Settings(Map<String, String> values, Set<Line> lines) implements Read {
      public Settings {
        values = Map.copyOf(values);
        lines = Set.copyOf(lines);
      }
    }

    /// The account has no such number.
    record Missing() implements Read {}

    /// The carrier did not say; whether another try could help is in the words.
    record Failed(String why) implements Read {}
  }

  /// What came of setting.
  sealed interface Outcome {
    record Done() implements Outcome {}

    record Failed(String why) implements Outcome {}
  }
}
