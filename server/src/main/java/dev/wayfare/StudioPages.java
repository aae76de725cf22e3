package dev.wayfare;

import dev.wayfare.http.Caller;
import dev.wayfare.http.ProblemException;
import dev.wayfare.kernel.Ids;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The studio's addresses. Each answers with the one page, and the page finds out by its address
/// what to show; only these are listed, so that nothing else of the server is hidden behind it.
@RestController
final class StudioPages {
  /// No script but our own files; no style but our own files and what our page makes with its word.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' data: blob:"
          + "; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'"
          + "; form-action 'self'; frame-ancestors 'none'";

  private final Studio studio;
  private final Ids ids;

  StudioPages(Studio studio, Ids ids) {
    this.studio = studio;
    this.ids = ids;
  }

  @GetMapping(
      value = {
        "/apps",
        "/apps/{*rest}",
        "/resources",
        "/accounts",
        "/notifiers",
        "/people",
        "/tokens",
        "/environments",
        "/audit",
        "/me",
        "/server",
        "/activity",
        "/activity/{*rest}"
      },
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(Optional<Caller> caller) {
    return caller.isEmpty()
        ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build()
        : page();
  }

  /// The page for somebody who is signed in.
  ResponseEntity<String> page() {
    var nonce = ids.word(22);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY.formatted(nonce))
        .body(studio.page(nonce).orElseThrow(StudioPages::notBuilt));
  }

  /// A file under a name that changes with its content, so a browser may keep it for ever.
  @GetMapping("/studio/{file:[A-Za-z0-9_-]+\\.(?:js|css|woff2|svg)}")
  ResponseEntity<byte[]> file(
      @PathVariable String file,
      @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
    var sent =
        studio
            .file(file, accepts)
            .orElseThrow(() -> ProblemException.notFound("file of the studio", file));
    var answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, type(file.substring(file.lastIndexOf('.') + 1)))
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    sent.encoding().ifPresent(it -> answer.header(HttpHeaders.CONTENT_ENCODING, it));
    return answer.body(sent.bytes());
  }

  private static String type(String ending) {
    return switch (ending) {
      case "js" -> "text/javascript;charset=UTF-8";
      case "css" -> "text/css;charset=UTF-8";
      case "woff2" -> "font/woff2";
      default -> "image/svg+xml";
    };
  }

  private static ProblemException notBuilt() {
    return ProblemException.of(
        404,
        "studio_missing",
        "The studio is not built in",
        "This jar was built without Node. Install Node 20 or later and run ./wayfare build.");
  }
}
