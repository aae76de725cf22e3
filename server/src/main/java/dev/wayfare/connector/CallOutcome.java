package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What came of a call. Each case says it in a sentence for the builder; none holds a secret or
/// what the other side wrote.
public sealed interface CallOutcome {

  String sentence();

  /// The other side answered, with whatever status. Header names are in lower case.
  record Answered(int status, Map<String, List<String>> headers, byte[] body)
      implements CallOutcome {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9_:.+-]+)");

    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /// `application/json`: in lower case, without its parameters.
    public Optional<String> mediaType() {
      return header("content-type")
          .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
          .filter(type -> !type.isEmpty());
    }

    /// The body in the charset that it names, else in UTF-8.
    public String text() {
      var named = CHARSET.matcher(header("content-type").orElse(""));
      var charset =
          named.find() && Charset.isSupported(named.group(1))
              ? Charset.forName(named.group(1))
              : UTF_8;
      return new String(body, charset);
    }

    public boolean good() {
      return status / 100 == 2;
    }

    @Override
    public String sentence() {
      return "The service answered with status " + status + ".";
    }

    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length + " bytes]";
    }
  }

  /// The service may have acted.
  record TooLarge(int limit) implements CallOutcome {
    @Override
    public String sentence() {
      return "The answer was larger than " + limit + " bytes.";
    }
  }

  /// The service may have acted.
  record TooSlow(Duration limit) implements CallOutcome {
    @Override
    public String sentence() {
      return "No answer within " + limit.toMillis() + " ms.";
    }
  }

  /// We did not send it: the address is forbidden, or the call cannot be written as asked.
  record Refused(String sentence) implements CallOutcome {
    /// Whether it is for the address, not for how the call was written.
    public boolean forbiddenAddress() {
      return ForbiddenAddress.says(sentence);
    }
  }

  /// Nobody took the call; the service did nothing.
  record Unreachable(String sentence) implements CallOutcome {}

  /// The connection broke or the answer was no HTTP. The service may have acted.
  record Broken(String sentence) implements CallOutcome {}

  /// No trustworthy connection; the service did nothing.
  record BadTls(String sentence) implements CallOutcome {}

  /// The other side sent us on and on.
  record TooManyRedirects(int followed) implements CallOutcome {
    @Override
    public String sentence() {
      return "The service redirected more than " + followed + " times.";
    }
  }

  /// The token endpoint gives no token for this connection.
  record NoToken(String sentence) implements CallOutcome {}
}
