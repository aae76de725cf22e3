package dev.wayfare.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @CsvSource({
    "help.example.com, help.example.com",
    "Help.Example.COM., help.example.com",
    "hilfe.müller.example, hilfe.xn--mller-kva.example",
    "ヘルプ.example, xn--udkb1d.example",
    "xn--mller-kva.example, xn--mller-kva.example"
  })
  void aNameIsKeptAsNameServersHaveIt(String written, String kept) {
    assertThat(DomainName.read(written)).contains(new DomainName(kept));
  }

  @Test
  void aNameIsShownAsItsOwnerWritesIt() {
    assertThat(new DomainName("hilfe.xn--mller-kva.example").shown())
        .isEqualTo("hilfe.müller.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "help",
        "help.localhost",
        "127.0.0.1",
        "[::1]",
        "*.example.com",
        "https://help.example.com",
        "help.example.com/c/parcels",
        "help.example.com:8443",
        "under_score.example.com",
        "-help.example.com",
        "help..example.com",
        "help.example.com..",
        "one two.example.com"
      })
  void whatTheWorldCannotLookUpIsNoName(String written) {
    assertThat(DomainName.read(written)).isEmpty();
  }

  @Test
  void aNameLeavesRoomForTheOneOfItsRecord() {
    var label = "a".repeat(60);
    var long240 = String.join(".", label, label, label, "a".repeat(53), "com");

    assertThat(DomainName.read(long240)).isPresent();
    assertThat(DomainName.read("aaaaaaaa." + long240)).isEmpty();
  }
}
