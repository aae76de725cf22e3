package dev.wayfare;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveReleases;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page at `/`: the studio, for people who are signed in, or what is live where no studio was
/// built in; for everybody else, what this is and how people sign in.
@RestController
final class HomePage {
  private final TemplateEngine pages =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.wayfare.pages");
  private final Identity identity;
  private final LiveReleases releases;
  private final Ids ids;
  private final Studio studio;
  private final StudioPages studioPages;

  HomePage(
      Identity identity, LiveReleases releases, Ids ids, Studio studio, StudioPages studioPages) {
    this.identity = identity;
    this.releases = releases;
    this.ids = ids;
    this.studio = studio;
    this.studioPages = studioPages;
  }

  @GetMapping("/")
  ResponseEntity<String> home(Optional<Caller> caller) {
    return caller
        .map(it -> studio.isThere() ? studioPages.page() : member(it))
        .orElseGet(() -> page("home/visitor.jte", Map.of()));
  }

  private ResponseEntity<String> member(Caller caller) {
    return page(
        "home/member.jte",
        Map.of(
            "organization",
            identity.organization(caller.organization()).name(),
            "apps",
            releases.liveApps(caller.organization()),
            "phones",
            caller.role().includes(Role.DEVELOPER)));
  }

  private ResponseEntity<String> page(String template, Map<String, Object> model) {
    var nonce = ids.word(22);
    var all = new HashMap<>(model);
    all.put("nonce", nonce);
    var html = new StringOutput();
    pages.render(template, all, html);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-%s'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(nonce))
        .body(html.toString());
  }
}
