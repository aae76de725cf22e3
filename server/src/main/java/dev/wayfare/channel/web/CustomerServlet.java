package dev.wayfare.channel.web;

import dev.wayfare.channel.OurNames;
import dev.wayfare.channel.Proof;
import dev.wayfare.flow.Theme;
import dev.wayfare.http.Outage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The addresses that customers meet: `/l/{link}`, `/c/{key}`, `/u/{id}` and what hangs on it, and
/// `/customer/…` for what all pages share. A servlet of its own, because it takes large forms,
/// keeps no session and has nothing to do with people who sign in.
final class CustomerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CustomerServlet.class);
  private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Stands in the address of a page that belongs to no journey; no link is that short.
  private static final String NO_JOURNEY = "-";

  private static final JsonMapper JSON = new JsonMapper();

  private final transient WebDoor door;
  private final transient OurNames names;
  private final transient Pages pages;
  private final transient FileIntake intake;
  private final transient LiveStreams streams;
  private final transient Limits limits;
  private final transient Map<String, Asset> assets;

  CustomerServlet(
      WebDoor door,
      OurNames names,
      Pages pages,
      LiveStreams streams,
      Limits limits,
      List<Asset> assets) {
    this.door = door;
    this.names = names;
    this.pages = pages;
    this.intake = new FileIntake(door, limits);
    this.streams = streams;
    this.limits = limits;
    this.assets = assets.stream().collect(Collectors.toMap(Asset::name, asset -> asset));
  }

  /// A fault of ours is a calm page for a person too; what it was stands in the log.
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Out.guard(response);
    try {
      answer(request, response);
    } catch (RuntimeException fault) {
      if (Outage.is(fault) && !response.isCommitted()) {
        later(request, response);
        return;
      }
      LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), fault);
      if (!response.isCommitted()) {
        response.resetBuffer();
        show(request, response, 500, pages.own("erred", Theme.PLAIN, ""));
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    var parts = path.split("/", -1);
    var place = parts.length == 1 ? "" : path.substring(parts[0].length());
    if (!LINK.matcher(parts[0]).matches() && !request.getServletPath().equals("/customer")) {
      unknown(request, response);
      return;
    }
    switch (request.getServletPath() + place) {
      case "/l", "/c" -> begin(request, response, parts[0]);
      case "/u" -> journey(request, response, parts[0]);
      case "/u/visible" -> visible(request, response, parts[0]);
      case "/u/files" -> file(request, response, parts[0]);
      case "/u/live" -> live(request, response, parts[0]);
      case "/customer" -> asset(request, response, path);
      default -> unknown(request, response);
    }
  }

  /// A person who opens a starting link begins a journey. What only looks at the link (HEAD, a
  /// prefetch, a messenger that makes a preview) gets a page with a button, which begins by POST.
  private void begin(HttpServletRequest request, HttpServletResponse response, String link)
      throws IOException {
    if (!allowed(request, response, "GET", "HEAD", "POST")) {
      return;
    }
    var mark = request.getHeader(Proof.MARK);
    if (mark != null) {
      prove(request, response, link, mark);
      return;
    }
    if (!isPost(request) && Caller.onlyPreviews(request)) {
      var status = Caller.fetchesAhead(request) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 200;
      show(request, response, status, pages.own("preview", Theme.PLAIN, address(request)));
      return;
    }
    var query = fields(request);
    var visit =
        request.getServletPath().equals("/l")
            ? door.start(link, query)
            : door.startOnRoute(domain(request), link, query);
    switch (visit) {
      case Visit.Begun begun -> Out.seeOther(response, "/u/" + begun.journeyLink());
      case Visit.Unpublished gone ->
          show(request, response, 410, pages.own("unpublished", gone.theme(), ""));
      case Visit.Paused(var message, var until, var theme) ->
          paused(request, response, theme, message, until);
      case Visit.Unknown _ -> unknown(request, response);
    }
  }

  /// The page that a person would come to, in one go and with nothing begun.
  private void prove(
      HttpServletRequest request, HttpServletResponse response, String link, String mark)
      throws IOException {
    var proven =
        request.getServletPath().equals("/l")
            ? door.prove(link, mark)
            : door.proveOnRoute(domain(request), link, mark);
    if (proven.isEmpty()) {
      unknown(request, response);
      return;
    }
    proven.get().headers().forEach(response::setHeader);
    see(request, response, NO_JOURNEY, proven.get().reply());
  }

  private void proveLinks(HttpServletRequest request, HttpServletResponse response, String mark)
      throws IOException {
    var release = door.proveLinks(mark);
    if (release.isEmpty()) {
      unknown(request, response);
      return;
    }
    response.setHeader(Proof.RELEASE, release.get().toString());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /// The custom domain it came to; empty under the server's own name.
  private Optional<String> domain(HttpServletRequest request) {
    return switch (names.of(request.getServerName())) {
      case OurNames.Name.Domain(var host) -> Optional.of(host);
      case OurNames.Name.Home(), OurNames.Name.Strange() -> Optional.empty();
    };
  }

  private void journey(HttpServletRequest request, HttpServletResponse response, String journey)
      throws IOException, ServletException {
    if (!allowed(request, response, "GET", "HEAD", "POST")) {
      return;
    }
    var mark = request.getHeader(Proof.MARK);
    if (mark != null && journey.equals(NO_JOURNEY)) {
      proveLinks(request, response, mark);
    } else if (isPost(request)) {
      submit(request, response, journey);
    } else {
      see(request, response, journey, door.look(journey));
    }
  }

  private void see(
      HttpServletRequest request, HttpServletResponse response, String journey, Seen seen)
      throws IOException {
    var address = "/u/" + journey;
    switch (seen) {
      case Seen.Shows shows ->
          show(request, response, 200, pages.page(shows.page(), address, shows.revision()));
      case Seen.NothingHere nothing ->
          show(
              request,
              response,
              200,
              pages.nothingHere(nothing.theme(), address, nothing.revision()));
      case Seen.Ended ended -> show(request, response, 200, pages.ended(ended));
      case Seen.Erred erred -> show(request, response, 500, pages.erred(erred));
      case Seen.Expired expired -> show(request, response, 410, pages.expired(expired));
      case Seen.Unpublished gone ->
          show(request, response, 410, pages.own("unpublished", gone.theme(), ""));
      case Seen.Paused(var message, var until, var theme) ->
          paused(request, response, theme, message, until);
      case Seen.Unknown _ -> unknown(request, response);
    }
  }

  private void paused(
      HttpServletRequest request,
      HttpServletResponse response,
      Theme theme,
      String message,
      Optional<Instant> until)
      throws IOException {
    until.ifPresent(end -> response.setDateHeader("Retry-After", end.toEpochMilli()));
    show(
        request,
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        pages.paused(theme, message));
  }

  /// Answers come in, the journey moves, the browser is sent to look: so that going back or
  /// reloading never sends anything twice.
  private void submit(HttpServletRequest request, HttpServletResponse response, String journey)
      throws IOException, ServletException {
    if (Caller.isForeign(request)) {
      show(request, response, 403, pages.own("foreign", Theme.PLAIN, ""));
      return;
    }
    if (request.getContentLengthLong() > limits.requestBytes()) {
      tooLarge(request, response);
      return;
    }
    Sending sent;
    try {
      sent = read(request, journey);
    } catch (IllegalStateException e) {
      tooLarge(request, response);
      return;
    }
    if (!sent.refused().isEmpty() && door.look(journey) instanceof Seen.Shows shows) {
      showRefused(request, response, journey, sent, shows);
      return;
    }
    switch (door.submit(journey, sent.token(), sent.fields(), sent.button())) {
      case Seen.Unknown _ -> unknown(request, response);
      case Seen.Shows _,
          Seen.NothingHere _,
          Seen.Ended _,
          Seen.Erred _,
          Seen.Expired _,
          Seen.Unpublished _,
          Seen.Paused _ ->
          Out.seeOther(response, "/u/" + journey);
    }
  }

  private Sending read(HttpServletRequest request, String journey)
      throws IOException, ServletException {
    var sent = Sending.of(request);
    return Sending.isMultipart(request) && door.look(journey) instanceof Seen.Shows shows
        ? sent.withFiles(request, journey, shows.page(), intake)
        : sent;
  }

  private void showRefused(
      HttpServletRequest request,
      HttpServletResponse response,
      String journey,
      Sending sent,
      Seen.Shows shows)
      throws IOException {
    var theme = shows.page().theme();
    var errors =
        sent.refused().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> pages.refusal(theme, e.getValue())));
    var view = new Overlay(sent.fields(), errors).on(shows.page());
    show(request, response, 422, pages.page(view, "/u/" + journey, shows.revision()));
  }

  private void visible(HttpServletRequest request, HttpServletResponse response, String journey)
      throws IOException {
    if (!allowed(request, response, "POST")) {
      return;
    }
    if (Caller.isForeign(request)) {
      Out.json(response, 403, JSON.writeValueAsBytes(Map.of("error", "another site's page")));
      return;
    }
    var sent = Sending.of(request);
    var ids = new TreeSet<>(door.visible(journey, sent.token(), sent.fields()));
    Out.json(response, 200, JSON.writeValueAsBytes(ids));
  }

  /// One file as the bare body, which lets a script show how far it is.
  private void file(HttpServletRequest request, HttpServletResponse response, String journey)
      throws IOException {
    if (!allowed(request, response, "POST")) {
      return;
    }
    if (Caller.isForeign(request)) {
      Out.json(response, 403, JSON.writeValueAsBytes(Map.of("error", "another site's page")));
      return;
    }
    var name = Optional.ofNullable(request.getParameter("name")).orElse("");
    var id = Optional.ofNullable(request.getParameter("control")).orElse("");
    try (var body = Spool.of(request.getInputStream(), limits.fileBytes());
        var content = body.open()) {
      if (body.size() > limits.fileBytes()) {
        drain(request);
      }
      var shows = door.look(journey) instanceof Seen.Shows seen ? Optional.of(seen) : noPage();
      var control = shows.flatMap(seen -> FileIntake.control(seen.page(), id));
      var upload =
          control.isPresent()
              ? intake.take(journey, control.get(), name, body.size(), content)
              : new Upload.NotNow();
      var theme = shows.map(seen -> seen.page().theme()).orElse(Theme.PLAIN);
      Out.json(response, status(upload), JSON.writeValueAsBytes(told(upload, theme)));
    }
  }

  /// The database is away for a moment. A page says so; a stream is told to come again, because a
  /// browser gives up for good on any other answer.
  private void later(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.reset();
    Out.guard(response);
    var place = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (place.endsWith("/live")) {
      LiveStreams.later(response);
      return;
    }
    response.setHeader("Retry-After", Outage.AGAIN_AFTER_SECONDS);
    if (place.endsWith("/files") || place.endsWith("/visible")) {
      var told = Map.of("error", pages.word(Theme.PLAIN, "files.later"));
      Out.json(response, 503, JSON.writeValueAsBytes(told));
    } else {
      show(request, response, 503, pages.own("later", Theme.PLAIN, ""));
    }
  }

  private static Optional<Seen.Shows> noPage() {
    return Optional.empty();
  }

  private static int status(Upload upload) {
    return switch (upload) {
      case Upload.Kept _ -> 200;
      case Upload.TooLarge _ -> 413;
      case Upload.WrongType _ -> 415;
      case Upload.Empty _ -> 422;
      case Upload.NotNow _ -> 409;
    };
  }

  private Map<String, Object> told(Upload upload, Theme theme) {
    return switch (upload) {
      case Upload.Kept kept ->
          Map.of("value", kept.value(), "name", kept.name(), "size", kept.size());
      case Upload.TooLarge _, Upload.WrongType _, Upload.Empty _, Upload.NotNow _ ->
          Map.of("error", pages.refusal(theme, upload));
    };
  }

  private void live(HttpServletRequest request, HttpServletResponse response, String journey)
      throws IOException {
    if (!allowed(request, response, "GET")) {
      return;
    }
    if (door.look(journey) instanceof Seen.Unknown) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    var shown = Optional.ofNullable(request.getParameter("shown")).orElse("");
    var revision = shown.matches("[0-9]{1,18}") ? Long.parseLong(shown) : -1;
    streams.listen(request, response, journey, revision, () -> revision(journey));
  }

  private long revision(String journey) {
    return switch (door.look(journey)) {
      case Seen.Shows shows -> shows.revision();
      case Seen.NothingHere nothing -> nothing.revision();
      case Seen.Ended _,
          Seen.Erred _,
          Seen.Expired _,
          Seen.Unpublished _,
          Seen.Paused _,
          Seen.Unknown _ ->
          -1;
    };
  }

  private void asset(HttpServletRequest request, HttpServletResponse response, String name)
      throws IOException {
    var asset = Optional.ofNullable(assets.get(name));
    if (asset.isEmpty()) {
      unknown(request, response);
    } else if (allowed(request, response, "GET", "HEAD")) {
      Out.asset(request, response, asset.get());
    }
  }

  private void unknown(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, 404, pages.own("unknown", Theme.PLAIN, ""));
  }

  private void tooLarge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    drain(request);
    show(request, response, 413, pages.own("large", Theme.PLAIN, ""));
  }

  /// Reads on what nobody wants, within reason: a browser that is cut off while it sends shows its
  /// own error and not our page.
  private void drain(HttpServletRequest request) throws IOException {
    try {
      request.getInputStream().skipNBytes(limits.requestBytes());
    } catch (IOException | IllegalStateException _) {
      // It ended sooner, or went away.
    }
  }

  private static void show(
      HttpServletRequest request, HttpServletResponse response, int status, Out.Page page)
      throws IOException {
    Out.page(request, response, status, page);
  }

  private static boolean isPost(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  private static boolean allowed(
      HttpServletRequest request, HttpServletResponse response, String... methods) {
    if (Arrays.asList(methods).contains(request.getMethod())) {
      return true;
    }
    response.setHeader("Allow", String.join(", ", methods));
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    return false;
  }

  private static Map<String, List<String>> fields(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }

  private static String address(HttpServletRequest request) {
    var query = Optional.ofNullable(request.getQueryString());
    return request.getRequestURI() + query.map(text -> "?" + text).orElse("");
  }
}
