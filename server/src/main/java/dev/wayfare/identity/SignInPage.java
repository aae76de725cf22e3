package dev.wayfare.identity;

import dev.wayfare.kernel.Ids;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The one page that people meet before they are signed in: a heading, a sentence, and a button if
/// there is something to do.
final class SignInPage {

  private final TemplateEngine pages =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.wayfare.pages");
  private final Ids ids;

  SignInPage(Ids ids) {
    this.ids = ids;
  }

  ResponseEntity<String> signInAs(String name) {
    return page(
        HttpStatus.OK,
        "Sign in to Wayfare",
        "This link is for %s. It signs you in on this device, once.".formatted(name),
        "Sign in as " + name);
  }

  ResponseEntity<String> notUsable() {
    return page(
        HttpStatus.NOT_FOUND,
        "This link cannot be used",
        "A sign-in link works once, for 24 hours. This one was used, has expired, or was replaced. "
            + "Ask an admin of your organization for a new one.",
        "");
  }

  ResponseEntity<String> linkNeeded() {
    return page(
        HttpStatus.OK,
        "Open your sign-in link",
        "People sign in here by a link that works once. Yours comes from an admin of your "
            + "organization; the first one was printed when the server first started.",
        "");
  }

  ResponseEntity<String> fromElsewhere() {
    return page(
        HttpStatus.FORBIDDEN,
        "Open the link itself",
        "The request to sign in came from another site's page. Open your sign-in link and use the "
            + "button there.",
        "");
  }

  private ResponseEntity<String> page(HttpStatus status, String title, String text, String button) {
    var nonce = ids.word(22);
    var html = new StringOutput();
    pages.render(
        "identity/signIn.jte",
        Map.of("title", title, "text", text, "button", button, "nonce", nonce),
        html);
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy(nonce))
        .body(html.toString());
  }

  private static String policy(String nonce) {
    return "default-src 'none'; style-src 'nonce-%s'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        .formatted(nonce);
  }
}
