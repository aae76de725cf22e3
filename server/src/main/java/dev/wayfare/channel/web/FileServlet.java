package dev.wayfare.channel.web;

import dev.wayfare.channel.web.FileDoor.LinkedFile;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Files behind links that nobody can guess: `/f/{word}`. A stranger gave the file and others open
/// it, so it can do nothing: it is what its content was found to be, runs in a sandbox, and is
/// shown only where showing is harmless.
final class FileServlet extends HttpServlet {

  static final String PATH = "/f/*";

  private static final long serialVersionUID = 1L;
  private static final Pattern WORD = Pattern.compile("/([A-Za-z0-9_-]{32})");
  private static final Set<String> SHOWN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "image/heic",
          "image/avif",
          "application/pdf");
  private static final byte[] NOTHING =
      "There is no file at this address, or no longer.\n".getBytes(StandardCharsets.UTF_8);

  private final transient FileDoor door;

  FileServlet(FileDoor door) {
    this.door = door;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Out.guard(response);
    response.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    var head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    var word = WORD.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
    var file = word.matches() ? door.byLink(word.group(1)) : Optional.<LinkedFile>empty();
    file.ifPresentOrElse(
        found -> {
          response.setContentType(found.type());
          response.setHeader("Content-Disposition", disposition(found));
        },
        () -> {
          response.setStatus(HttpServletResponse.SC_NOT_FOUND);
          response.setContentType("text/plain;charset=UTF-8");
        });
    var body = file.map(LinkedFile::content).orElse(NOTHING);
    response.setContentLength(body.length);
    if (!head) {
      response.getOutputStream().write(body);
    }
  }

  /// The name twice: in plain letters for old programs, and in its own.
  private static String disposition(LinkedFile file) {
    var plain = file.name().replaceAll("[^A-Za-z0-9 ._-]", "_");
    var own = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return "%s; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(SHOWN.contains(file.type()) ? "inline" : "attachment", plain, own);
  }
}
