package dev.wayfare.channel.simulator;

import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.simulator.SimulatorViews.NumberView;
import dev.wayfare.channel.simulator.SimulatorViews.PhoneView;
import dev.wayfare.channel.simulator.SimulatorViews.Screen;
import dev.wayfare.http.Caller;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page with the phones.
@RestController
final class SimulatorPage {

  private static final int NEWEST = 400;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'self'";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, SimulatorPage.class.getClassLoader(), "dev.wayfare.pages");
  private final Simulator simulator;
  private final SimulatorStore store;
  private final LiveNumbers numbers;

  SimulatorPage(Simulator simulator, SimulatorStore store, LiveNumbers numbers) {
    this.simulator = simulator;
    this.store = store;
    this.numbers = numbers;
  }

  @GetMapping(path = "/simulator", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(Caller caller, HttpServletRequest request) {
    var organization = caller.organization();
    var screen =
        new Screen(
            csrf(request),
            store.phones(organization).stream().map(PhoneView::of).toList(),
            NumberView.of(numbers, organization),
            simulator.freeNumber(organization).e164(),
            store.changeBefore(organization, NEWEST));
    var html = new StringOutput();
    templates.render("simulator/page.jte", Map.of("screen", screen), html);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-store")
        .body(html.toString());
  }

  /// The token that this page's own requests carry, if the server asks for one.
  private static String csrf(HttpServletRequest request) {
    return switch (Optional.ofNullable(request.getAttribute("_csrf")).orElse("")) {
      case CsrfToken token -> token.getToken();
      case Object other -> other.toString();
    };
  }
}
