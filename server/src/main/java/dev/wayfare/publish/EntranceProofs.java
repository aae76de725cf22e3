package dev.wayfare.publish;

import dev.wayfare.app.Slots;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Proof;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.channel.PublicUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Sends a real request through every entrance that a release is bound to and reads which release
/// answered. All at once: a publish waits for the slowest, not for the sum.
final class EntranceProofs {
  private static final int TRIES = 2;

  private final OwnDoors doors;
  private final PublicUrl url;
  private final LiveReleases live;
  private final List<Carrier> carriers;

  EntranceProofs(OwnDoors doors, PublicUrl url, LiveReleases live, List<Carrier> carriers) {
    this.doors = doors;
    this.url = url;
    this.live = live;
    this.carriers = List.copyOf(carriers);
  }

  /// One entrance: what it is called in messages, and how to knock.
  private record Entry(String slot, String name, Supplier<ProofOutcome> knock) {}

  List<Finding> prove(Candidate candidate, String mark, Consumer<String> said) {
    var entries = entries(candidate.manifest(), mark);
    var findings = new ArrayList<Finding>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new LinkedHashMap<Entry, Future<ProofOutcome>>();
      entries.forEach(entry -> asked.put(entry, threads.submit(() -> patiently(entry))));
      asked.forEach(
          (entry, outcome) ->
              judge(candidate, entry, Waited.on(outcome), said).ifPresent(findings::add));
    }
    return findings;
  }

  private static ProofOutcome patiently(Entry entry) {
    var outcome = entry.knock().get();
    for (var tries = 1; tries < TRIES && outcome instanceof ProofOutcome.Silent; tries++) {
      outcome = entry.knock().get();
    }
    return outcome;
  }

  private List<Entry> entries(Manifest manifest, String mark) {
    var entries = new ArrayList<Entry>();
    new TreeMap<>(manifest.bindings())
        .forEach(
            (slot, bound) -> {
              switch (bound) {
                case Bound.Phone(_, var address) ->
                    entries.add(
                        phone(
                            slot, address, slot.equals(Slots.VOICE) ? Line.CALL : Line.TEXT, mark));
                case Bound.Route _, Bound.Link _ -> entries.add(web(slot, bound.url(url), mark));
                case Bound.Programs programs ->
                    programs.ways().forEach(way -> entries.add(api(slot, programs, way, mark)));
                case Bound.Domain(_, var host) -> entries.add(links(slot, host, mark));
                case Bound.Home(), Bound.Connection _, Bound.Email _ -> {}
              }
            });
    return entries;
  }

  private Entry phone(String slot, String address, Line line, String mark) {
    var number = new PhoneNumber(address);
    return new Entry(
        slot,
        "%s (%ss)".formatted(address, line.word()),
        () ->
            live.account(number)
                .flatMap(
                    account ->
                        Carrier.of(account.kind(), carriers)
                            .map(carrier -> carrier.prove(number, line, mark, account)))
                .orElseGet(
                    () -> new ProofOutcome.Silent("No carrier of this server has the number.")));
  }

  private Entry web(String slot, String whole, String mark) {
    return new Entry(slot, whole, () -> knock("GET", whole, mark));
  }

  /// Journey links need no page to be proven: only that their domain leads to the new release.
  private Entry links(String slot, String host, String mark) {
    var whole = url.under(host).at(Proof.LINKS);
    return new Entry(slot, whole, () -> knock("GET", whole, mark));
  }

  /// A path's parameters are whatever: nothing runs.
  private Entry api(String slot, Bound.Programs programs, Bound.Way way, String mark) {
    var whole = url.at(programs.address() + way.path().replaceAll("\\{[^/]*}", "proof"));
    return new Entry(slot, way.method() + " " + whole, () -> knock(way.method(), whole, mark));
  }

  private ProofOutcome knock(String method, String whole, String mark) {
    return ProofOutcome.of(
        doors.send(
            new OwnDoors.Request(method, URI.create(whole), Map.of(Proof.MARK, mark), Map.of())));
  }

  private static Optional<Finding> judge(
      Candidate candidate, Entry entry, ProofOutcome outcome, Consumer<String> said) {
    return switch (outcome) {
      case ProofOutcome.Answered(var release, var trouble)
          when release.equals(candidate.release()) -> {
        said.accept(
            "%s answers%s."
                .formatted(
                    entry.name(),
                    trouble
                        .map(code -> ", though the app errs on its first turn (" + code + ")")
                        .orElse("")));
        yield Optional.empty();
      }
      case ProofOutcome.Answered _ ->
          Optional.of(silent(candidate, entry, "another release answered there."));
      case ProofOutcome.Stranger(var what) ->
          Optional.of(silent(candidate, entry, "something else answered there. " + what));
      case ProofOutcome.Silent(var why) -> Optional.of(silent(candidate, entry, why));
    };
  }

  private static Finding silent(Candidate candidate, Entry entry, String why) {
    return Finding.error(
        Finding.Code.ENTRANCE_SILENT,
        "profiles/%s/bindings/%s".formatted(candidate.profile(), entry.slot()),
        "%s does not lead to the new release: %s".formatted(entry.name(), why),
        "See that this address leads to this server (--public-url, DNS, the proxy in front of it);"
            + " then publish again.");
  }
}
