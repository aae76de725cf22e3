package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.Refused;
import dev.wayfare.connector.CallOutcome.Unreachable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody is led to this machine, its networks or a metadata service: counted where it counts, at
/// a listening socket.
class ForbiddenAddressTest {

  /// `PORT` is the port of a socket that listens on all addresses of this machine.
  static final List<String> SPELLINGS =
      List.of(
          "http://127.0.0.1:PORT/",
          "http://127.0.0.2:PORT/",
          "http://localhost:PORT/",
          "http://LOCALHOST:PORT/",
          "http://localhost.:PORT/",
          "http://127.0.0.1.:PORT/",
          "http://2130706433:PORT/",
          "http://0x7f000001:PORT/",
          "http://0x7f.0x0.0x0.0x1:PORT/",
          "http://0x7f.1:PORT/",
          "http://0177.0.0.1:PORT/",
          "http://0177.0.0.01:PORT/",
          "http://017700000001:PORT/",
          "http://127.1:PORT/",
          "http://127.0.1:PORT/",
          "http://0:PORT/",
          "http://0.0.0.0:PORT/",
          "http://[::]:PORT/",
          "http://[::1]:PORT/",
          "http://[0:0:0:0:0:0:0:1]:PORT/",
          "http://[::ffff:127.0.0.1]:PORT/",
          "http://[::ffff:7f00:1]:PORT/",
          "http://[::127.0.0.1]:PORT/",
          "http://[::1%25lo]:PORT/",
          "http://[::1%lo]:PORT/",
          "http://[64:ff9b::127.0.0.1]:PORT/",
          "http://[64:ff9b::7f00:1]:PORT/",
          "http://[2002:7f00:1::]:PORT/",
          "http://[fc00::1]:PORT/",
          "http://[fd00:ec2::254]:PORT/",
          "http://[fe80::1]:PORT/",
          "http://[fec0::1]:PORT/",
          "http://[ff02::1]:PORT/",
          "http://169.254.169.254/latest/meta-data/",
          "http://2852039166/latest/meta-data/",
          "http://0xa9fea9fe/latest/meta-data/",
          "http://0251.0376.0251.0376/latest/meta-data/",
          "http://[::ffff:169.254.169.254]/latest/meta-data/",
          "http://[::ffff:a9fe:a9fe]/latest/meta-data/",
          "http://[64:ff9b::a9fe:a9fe]/",
          "http://[2002:a9fe:a9fe::]/",
          "http://168.63.129.16/",
          "http://100.100.100.200/",
          "http://10.0.0.1:PORT/",
          "http://172.16.0.1:PORT/",
          "http://172.31.255.255:PORT/",
          "http://192.168.0.1:PORT/",
          "http://100.64.0.1:PORT/",
          "http://192.0.0.1:PORT/",
          "http://198.18.0.1:PORT/",
          "http://224.0.0.1:PORT/",
          "http://240.0.0.1:PORT/",
          "http://255.255.255.255:PORT/",
          "http://user@127.0.0.1:PORT/",
          "http://api.example.com@127.0.0.1:PORT/",
          "http://a@b@127.0.0.1:PORT/",
          "http://api.example.com:80@127.0.0.1:PORT/",
          "http://127.0.0.1:PORT\\@api.example.com/",
          "http:\\\\127.0.0.1:PORT/",
          "http://127.0.0.1:PORT#@api.example.com/",
          "http://127.0.0.1:PORT?@api.example.com/",
          "http://127.0.0.1\t:PORT/",
          "http://127.0.\t0.1:PORT/",
          "http://\n127.0.0.1:PORT/",
          "http://127.0.0.1:PORT/\r\nX-Injected: 1",
          "http:// 127.0.0.1:PORT/",
          "http:127.0.0.1:PORT/",
          "http:/127.0.0.1:PORT/",
          "http:///127.0.0.1:PORT/",
          "http://①②⑦.0.0.1:PORT/",
          "http://127。0。0。1:PORT/",
          "http://１２７.0.0.1:PORT/",
          "http://127.0.0.1%2e:PORT/",
          "http://%31%32%37.0.0.1:PORT/",
          "gopher://127.0.0.1:PORT/",
          "ftp://127.0.0.1:PORT/",
          "file:///etc/passwd",
          "jar:http://127.0.0.1:PORT/!/",
          "data:text/plain,hello");

  private static final String FORBIDDEN = "leads to an address that calls may not reach";

  private final Tripwire tripwire = new Tripwire();

  @AfterEach
  void close() {
    tripwire.close();
  }

  private String at(String spelling) {
    return spelling.replace("PORT", Integer.toString(tripwire.port()));
  }

  @ParameterizedTest
  @FieldSource("SPELLINGS")
  void noSpellingOfOneIsCalled(String spelling) {
    var url = at(spelling);
    try (var calls = Calls.to("")) {
      if (BaseAddress.mistakeIn(url).isEmpty()) {
        var outcome = calls.call(Calls.open(url), Calls.get("").withLimits(Calls.SHORT));
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(outcome.sentence()).contains(FORBIDDEN);
      }
    }
    assertThat(tripwire.connections()).isZero();
  }

  @ParameterizedTest
  @FieldSource("SPELLINGS")
  void noRedirectLeadsToOne(String spelling) {
    try (var server =
            new RawServer(
                (request, caller) -> {
                  var status = request.substring(5, 8);
                  RawServer.say(
                      caller,
                      Calls.answer(
                          Integer.parseInt(status), "Location: " + at(spelling) + "\r\n", ""));
                });
        var calls = Calls.to("127.0.0.1:" + server.port())) {
      for (var status : List.of(301, 302, 303, 307, 308)) {
        var outcome =
            calls.call(Calls.open(server.url()), Calls.get("/" + status).withLimits(Calls.SHORT));
        assertThat(outcome).isInstanceOf(Refused.class);
      }
      assertThat(server.connections()).isEqualTo(5);
    }
    assertThat(tripwire.connections()).isZero();
  }

  /// The tripwire does trip: the same call, allowed by the operator, is counted.
  @Test
  void whatTheOperatorAllowsIsCalled() {
    try (var calls = Calls.to("127.0.0.0/8:" + tripwire.port())) {
      calls.call(Calls.open(at("http://127.0.0.1:PORT/")), Calls.get("").withLimits(Calls.SHORT));
      calls.call(Calls.open(at("http://127.9.9.9:PORT/")), Calls.get("").withLimits(Calls.SHORT));
      calls.call(Calls.open(at("http://[::1]:PORT/")), Calls.get("").withLimits(Calls.SHORT));
    }
    assertThat(tripwire.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "::",
        "0.0.0.0",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fd00::1",
        "100.64.0.1"
      })
  void aNameThatLeadsToOneIsNotCalledAndNotTold(String address) {
    try (var calls = Calls.to("", Calls.named(address))) {
      var outcome =
          calls.call(
              Calls.open(at("http://inside.example:PORT")), Calls.get("/").withLimits(Calls.SHORT));
      assertThat(outcome).isInstanceOf(Refused.class);
      assertThat(outcome.sentence()).contains("inside.example").doesNotContain(address + " ");
    }
    assertThat(tripwire.connections()).isZero();
  }

  @Test
  void ofSeveralAddressesOnlyAPermittedOneIsCalled() {
    try (var server = RawServer.saying(Calls.answer(200, "", "here"));
        var calls = Calls.to("127.0.0.1", Calls.named("127.0.0.2", "::1", "127.0.0.1"))) {
      var outcome =
          calls.call(Calls.open("http://several.example:" + server.port()), Calls.get("/"));
      assertThat(((Answered) outcome).text()).isEqualTo("here");
    }
  }

  @Test
  void aNameThatTurnsInwardsAtTheSecondLookupIsNotFollowedThere() {
    var answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    var lookups = new AtomicInteger();
    NameLookup turning =
        _ -> {
          lookups.incrementAndGet();
          return List.of(Calls.address(answers.size() > 1 ? answers.remove() : answers.element()));
        };
    try (var server = RawServer.saying(Calls.answer(200, "", "once"));
        var calls = Calls.to("127.0.0.1", turning)) {
      var connection = Calls.open("http://rebinding.example:" + server.port());
      assertThat(calls.call(connection, Calls.get("/"))).isInstanceOf(Answered.class);
      assertThat(lookups).as("checked and connected by one lookup").hasValue(1);
      assertThat(calls.call(connection, Calls.get("/"))).isInstanceOf(Refused.class);
      assertThat(lookups).hasValue(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aRepeatLooksAgainAndIsNotLedInwardsEither() {
    var answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    NameLookup turning =
        _ -> List.of(Calls.address(answers.size() > 1 ? answers.remove() : answers.element()));
    try (var server = RawServer.saying(Calls.answer(503, "", ""));
        var calls = Calls.to("127.0.0.1", turning)) {
      var connection = Calls.open("http://rebinding.example:" + server.port());
      assertThat(calls.call(connection, Calls.get("/"))).isInstanceOf(Refused.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aNameThatNobodyKnowsIsSaidSo() {
    NameLookup nobody =
        host -> {
          throw new java.net.UnknownHostException(host);
        };
    try (var calls = Calls.to("", nobody)) {
      assertThat(calls.call(Calls.open("http://nobody.example"), Calls.get("/")))
          .isEqualTo(new Unreachable("No address is known for nobody.example."));
    }
  }
}
