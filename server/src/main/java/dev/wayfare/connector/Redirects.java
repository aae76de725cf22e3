package dev.wayfare.connector;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where an answer sends us on to, and with what.
final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /// What another origin may hear. Any other header may hold a key of the first one.
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private Redirects() {}

  sealed interface Next {
    /// The answer is the answer.
    record Stay() implements Next {}

    record Follow(WireRequest request) implements Next {}

    record Never(String sentence) implements Next {}
  }

  static Next after(WireRequest request, CallOutcome.Answered answer) {
    var location = answer.header("location");
    if (!STATUSES.contains(answer.status()) || location.isEmpty()) {
      return new Next.Stay();
    }
    var target = target(request.uri(), location.get());
    if (target.isEmpty()) {
      return new Next.Never(
          "The service redirected to what is no plain http or https address, which is not followed.");
    }
    if (request.uri().getScheme().equals("https") && target.get().getScheme().equals("http")) {
      return new Next.Never("The service redirected from https to http, which is not followed.");
    }
    return new Next.Follow(moved(request, target.get(), answer.status()));
  }

  /// Read as strictly as a base address: the more forgiving a reader, the more it can be fooled.
  private static Optional<URI> target(URI from, String location) {
    if (!HeaderRules.plain(location) || location.contains("\\") || location.contains(" ")) {
      return Optional.empty();
    }
    try {
      var to = from.resolve(withoutFragment(location));
      var host = to.getHost();
      if (host == null || to.getScheme() == null || to.getRawUserInfo() != null) {
        return Optional.empty();
      }
      var scheme = to.getScheme().toLowerCase(Locale.ROOT);
      var port = to.getPort() < 0 ? "" : ":" + to.getPort();
      var origin = scheme + "://" + host.toLowerCase(Locale.ROOT) + port;
      if (BaseAddress.mistakeIn(origin).isPresent() || to.getRawPath().startsWith("//")) {
        return Optional.empty();
      }
      var query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
      return Optional.of(URI.create(origin + to.getRawPath() + query));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String withoutFragment(String location) {
    var hash = location.indexOf('#');
    return hash < 0 ? location : location.substring(0, hash);
  }

  private static WireRequest moved(WireRequest request, URI to, int status) {
    var method = method(request.method(), status);
    var keepsBody = method == request.method() && request.hasBody();
    var sameOrigin = WireRequest.origin(to).equals(WireRequest.origin(request.uri()));
    var headers =
        request.headers().stream()
            .filter(it -> keepsBody || !it.name().equalsIgnoreCase("content-type"))
            .filter(it -> sameOrigin || harmless(it))
            .toList();
    return new WireRequest(
        method,
        to,
        headers,
        sameOrigin ? request.credentials() : List.of(),
        keepsBody ? request.body() : new byte[0],
        keepsBody,
        request.keptFor());
  }

  private static boolean harmless(Field header) {
    var name = header.name().toLowerCase(Locale.ROOT);
    return HARMLESS.contains(name) || name.equals(Prepared.KEY.toLowerCase(Locale.ROOT));
  }

  private static CallMethod method(CallMethod asked, int status) {
    return switch (status) {
      case 303 -> asked == CallMethod.HEAD ? CallMethod.HEAD : CallMethod.GET;
      case 301, 302 -> asked == CallMethod.POST ? CallMethod.GET : asked;
      default -> asked;
    };
  }
}
