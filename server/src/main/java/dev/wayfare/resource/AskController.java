package dev.wayfare.resource;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The question of a front proxy that somebody has knocked at under some name: shall it get a
/// certificate for it? Tells nobody more than a TLS handshake does, so anybody may ask.
@RestController
final class AskController {
  static final String PATH = "/internal/tls/ask";

  private final DomainNames names;

  AskController(DomainNames names) {
    this.names = names;
  }

  @GetMapping(PATH)
  ResponseEntity<Void> ask(@RequestParam(defaultValue = "") String domain) {
    var name = DomainName.plain(domain);
    var ours = names.isPublic(name) || names.isOurs(name);
    return ResponseEntity.status(ours ? HttpStatus.OK : HttpStatus.NOT_FOUND).build();
  }
}
