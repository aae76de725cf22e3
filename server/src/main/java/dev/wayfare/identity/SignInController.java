package dev.wayfare.identity;

import dev.wayfare.http.SessionCookie;
import dev.wayfare.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Opening a sign-in link only shows a button: chat programs look at links before people do, and
/// must not use them up.
@RestController
@RequestMapping("/sign-in")
final class SignInController {

  private final SignIns signIns;
  private final SignInPage page;
  private final SessionCookie cookie;

  SignInController(SignIns signIns, SignInPage page, SessionCookie cookie) {
    this.signIns = signIns;
    this.page = page;
    this.cookie = cookie;
  }

  @GetMapping
  ResponseEntity<String> linkNeeded() {
    return page.linkNeeded();
  }

  @GetMapping("/{code}")
  ResponseEntity<String> show(@PathVariable String code) {
    return signIns.nameOn(Secret.of(code)).map(page::signInAs).orElseGet(page::notUsable);
  }

  @PostMapping("/{code}")
  ResponseEntity<String> signIn(
      @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
    if (!fromOurPage(request)) {
      return page.fromElsewhere();
    }
    var browser = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    return signIns
        .redeem(Secret.of(code), browser)
        .map(
            session -> {
              cookie.set(response, session, SignIns.SESSION_LIFE);
              return ResponseEntity.status(HttpStatus.SEE_OTHER)
                  .location(URI.create("/"))
                  .<String>build();
            })
        .orElseGet(page::notUsable);
  }

  /// Every current browser says where a request comes from; who does not say is no browser.
  private static boolean fromOurPage(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin") || site.equals("none");
  }
}
