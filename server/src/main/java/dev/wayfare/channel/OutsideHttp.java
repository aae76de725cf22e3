package dev.wayfare.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an adapter needs of the one client that calls out of the building.
public interface OutsideHttp {

  Answer get(URI url, Optional<BasicAuth> auth, Map<String, List<String>> query, Duration limit);

  Answer postForm(
      URI url, Optional<BasicAuth> auth, Map<String, List<String>> form, Duration limit);

  /// Gets what is there; redirects are followed, and the credentials stay with the first address.
  Fetched fetch(URI url, Optional<BasicAuth> auth, Duration limit);

  /// A user and a secret that never shows.
  record BasicAuth(String user, String secret) {
    @Override
    public String toString() {
      return "BasicAuth[" + user + "]";
    }
  }

  /// What came of a call.
  sealed interface Answer {

    /// The other side answered, with whatever status. Header names are in lower case.
    record Came(int status, String body, Map<String, List<String>> headers) implements Answer {

      public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
      }
    }

    /// No usable answer: no connection, too slow, too large. The other side may have acted anyway.
    record Missing(String why) implements Answer {}

    /// Not called: the address is none that calls may reach. Trying again changes nothing.
    record Forbidden(String why) implements Answer {}
  }

  /// What came of getting something.
  sealed interface Fetched {

    /// The other side answered, with whatever status.
    ///
    /// @param type the media type in lower case, without its parameters; may be empty
    record Came(int status, String type, byte[] content) implements Fetched {
      @Override
      public String toString() {
        return "Came[" + status + " " + type + ", " + content.length + " bytes]";
      }
    }

    /// No usable answer: no connection, too slow.
    record Missing(String why) implements Fetched {}

    /// There is more than we take.
    record TooLarge(String why) implements Fetched {}

    /// Not called: the address is none that calls may reach.
    record Forbidden(String why) implements Fetched {}
  }
}
