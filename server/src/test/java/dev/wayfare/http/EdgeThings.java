package dev.wayfare.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A route for each thing that the edge does.
@RestController
final class EdgeThings {

  record Part(@NotBlank String partName, int count) {}

  record Thing(
      @NotBlank @Nullable String displayName,
      @Nullable Role role,
      @Nullable Instant startsAt,
      @Size(max = 2) @Nullable List<@Valid Part> parts) {}

  record Shown(String displayName, Instant madeAt, int runs) {}

  final AtomicInteger runs = new AtomicInteger();
  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);

  @PostMapping("/api/v1/things")
  ResponseEntity<Shown> make(@Valid @RequestBody Thing thing) {
    var shown =
        new Shown(
            String.valueOf(thing.displayName()),
            Instant.parse("2026-01-02T03:04:05Z"),
            runs.incrementAndGet());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/things/1")
        .body(shown);
  }

  @PostMapping("/api/v1/slow-things")
  String slow() throws InterruptedException {
    entered.countDown();
    release.await();
    return "done " + runs.incrementAndGet();
  }

  @PostMapping("/api/v1/failing-things")
  String failing() {
    runs.incrementAndGet();
    throw new IllegalStateException("the password is swordfish");
  }

  @GetMapping("/api/v1/things")
  Page<Integer> list(PageRequest page, @RequestParam int from) {
    var first = (int) page.afterNumber().orElse(from - 1L) + 1;
    var rows = IntStream.range(first, first + page.oneMore()).boxed().toList();
    return Page.of(rows, page, Cursor::encode);
  }

  @GetMapping("/api/v1/things/{number}")
  String one(@PathVariable int number) {
    return "thing " + number;
  }

  @GetMapping("/api/v1/unlisted")
  String unlisted() {
    return "nobody may see this";
  }

  @PostMapping("/hooks/{account}")
  String hook(@PathVariable String account) {
    return "heard " + account;
  }

  @GetMapping("/l/{id}")
  String page(@PathVariable String id) {
    return "page " + id;
  }
}
