package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundPolicyTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void theOpenInternetMayBeCalled(String address) {
    assertThat(OutboundPolicy.openInternet().permits(Calls.address(address), 443)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10.0.0.0/8,              10.9.8.7,        80,   true
          10.0.0.0/8,              11.0.0.1,        80,   true
          10.0.0.0/9,              10.128.0.1,      80,   false
          127.0.0.1:8099,          127.0.0.1,       8099, true
          127.0.0.1:8099,          127.0.0.1,       8100, false
          [::1]:8099,              ::1,             8099, true
          [::1]:8099,              ::1,             8100, false
          ::1,                     ::1,             8100, true
          fd00::/8,                fd12::1,         80,   true
          [fd00::]/8:443,          fd12::1,         443,  true
          [fd00::]/8:443,          fd12::1,         80,   false
          0.0.0.0/0,               192.168.1.1,     80,   true
          0.0.0.0/0,               169.254.169.254, 80,   false
          169.254.0.0/16,          169.254.169.254, 80,   false
          169.254.169.254,         169.254.169.254, 80,   true
          64:ff9b::/96,            64:ff9b::a9fe:a9fe, 80, false
          64:ff9b::/96,            64:ff9b::7f00:1, 80,   false
          64:ff9b::/96,            64:ff9b::101:101, 80,  true
          2002::/16,               2002:7f00:1::,   80,   false
          """)
  void theOperatorOpensWhatTheEntrySays(String list, String address, int port, boolean permitted) {
    assertThat(OutboundPolicy.of(list).permits(Calls.address(address), port)).isEqualTo(permitted);
  }

  @Test
  void severalEntriesArePartedByCommas() {
    var policy = OutboundPolicy.of(" 10.0.0.0/8 , 127.0.0.1:8099,");
    assertThat(policy.permits(Calls.address("10.0.0.1"), 1)).isTrue();
    assertThat(policy.permits(Calls.address("127.0.0.1"), 8099)).isTrue();
    assertThat(policy.permits(Calls.address("127.0.0.1"), 1)).isFalse();
  }

  @Test
  void twoPoliciesTogetherOpenWhatEitherDoes() {
    var policy = OutboundPolicy.of("10.0.0.0/8").and(OutboundPolicy.of("127.0.0.1:8099"));
    assertThat(policy.permits(Calls.address("10.0.0.1"), 1)).isTrue();
    assertThat(policy.permits(Calls.address("127.0.0.1"), 8099)).isTrue();
    assertThat(policy.permits(Calls.address("127.0.0.1"), 8098)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0/8",
        "127.0.0.1:99999",
        "127.0.0.1:x",
        "::/129"
      })
  void whatIsNoAddressIsSaidSo(String list) {
    assertThatThrownBy(() -> OutboundPolicy.of(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected");
  }
}
