package dev.wayfare.connector;

import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Requests to our own hosts and to no other. Our own may stand in a private network or be this
/// machine, so unlike all other calls these may reach such addresses.
///
/// A redirect is an answer like any other, and nothing is asked twice.
final class OwnDoorsClient implements OwnDoors, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final OutboundPolicy ANYWHERE = OutboundPolicy.of("0.0.0.0/0,::/0");

  private final URI publicUrl;
  private final OwnHosts others;
  private final Wire wire;
  private final Duration limit;

  OwnDoorsClient(PublicUrl publicUrl, OwnHosts others, ReachOwn way) {
    this(publicUrl, others, way, NameLookup.OF_THE_MACHINE, Tls.usual(), LIMIT);
  }

  OwnDoorsClient(
      PublicUrl publicUrl,
      OwnHosts others,
      ReachOwn way,
      NameLookup names,
      SSLContext tls,
      Duration limit) {
    this.publicUrl = URI.create(publicUrl.base());
    this.others = others;
    this.wire = new Wire(new Guard(ANYWHERE, names), tls, way);
    this.limit = limit;
  }

  @Override
  public Answer send(Request request) {
    var method =
        Arrays.stream(CallMethod.values())
            .filter(it -> it.name().equals(request.method()))
            .findFirst();
    var headers = headers(request);
    var mistake =
        mistakeIn(request.url())
            .or(
                () ->
                    headers.stream().flatMap(it -> HeaderRules.mistakeIn(it).stream()).findFirst());
    if (mistake.isPresent() || method.isEmpty()) {
      return new Answer.Forbidden(mistake.orElse("Expected a method such as GET or POST."));
    }
    return OutboundHttp.answer(
        wire.send(
            written(request, method.get(), headers),
            Deadline.in(limit),
            OutboundHttp.LARGEST_ANSWER));
  }

  private Optional<String> mistakeIn(URI url) {
    var scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    var host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    var web = scheme.equals("http") || scheme.equals("https");
    return web && url.getUserInfo() == null && isOurs(host) && isPort(url)
        ? Optional.empty()
        : Optional.of("This is no address of this server, so it was not called.");
  }

  private boolean isOurs(String host) {
    return host.equalsIgnoreCase(publicUrl.getHost()) || (!host.isEmpty() && others.isOurs(host));
  }

  /// The host may hold other services, on ports that customers never come to.
  private boolean isPort(URI url) {
    return url.getPort() < 0 || url.getPort() == publicUrl.getPort();
  }

  private static List<Field> headers(Request request) {
    var headers = new ArrayList<Field>();
    request.headers().forEach((name, value) -> headers.add(new Field(name, value)));
    if (!request.form().isEmpty()) {
      headers.add(new Field("Content-Type", new CallBody.Form(List.of()).mediaType()));
    }
    return headers;
  }

  private static WireRequest written(Request request, CallMethod method, List<Field> headers) {
    var body = new CallBody.Form(OutboundHttp.fields(request.form()));
    return new WireRequest(
        method,
        request.url(),
        headers,
        List.of(),
        body.content(),
        !request.form().isEmpty(),
        OwnDoors.class);
  }

  @Override
  public void close() {
    wire.close();
  }
}
