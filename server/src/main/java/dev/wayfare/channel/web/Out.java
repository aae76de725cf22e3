package dev.wayfare.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How answers leave: with the headers that keep a journey link secret and a page harmless.
final class Out {

  private Out() {}

  /// Headers of every answer that belongs to a person. `no-referrer` because a journey's address
  /// is a secret. No opener policy, for the browser would begin another process for it when the
  /// page has already come (docs/adr/0015).
  static void guard(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  static void page(HttpServletRequest request, HttpServletResponse response, int status, Page page)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Security-Policy", policy(page.sheet()));
    body(request, response, page.html().getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  static void json(HttpServletResponse response, int status, byte[] json) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  static void asset(HttpServletRequest request, HttpServletResponse response, Asset asset)
      throws IOException {
    response.setContentType(asset.type());
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    body(request, response, asset.plain(), Optional.of(asset.gzip()));
  }

  static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }

  /// The style by its hash, the script by its place; a team's picture comes from here or is written
  /// into the page.
  static String policy(Sheet sheet) {
    return "default-src 'none'; style-src "
        + Asset.policyHash(sheet.style())
        + "; script-src 'self'; connect-src 'self'; img-src 'self' data:"
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static void body(
      HttpServletRequest request,
      HttpServletResponse response,
      byte[] plain,
      Optional<byte[]> zipped)
      throws IOException {
    response.setHeader("Vary", "Accept-Encoding");
    var bytes = plain;
    if (Caller.header(request, "Accept-Encoding").contains("gzip")) {
      response.setHeader("Content-Encoding", "gzip");
      bytes = zipped.orElseGet(() -> Asset.gzip(plain));
    }
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  /// A rendered page: its HTML, and the sheet it stands on.
  record Page(String html, Sheet sheet) {}
}
