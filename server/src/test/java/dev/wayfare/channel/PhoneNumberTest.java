package dev.wayfare.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.kernel.OrganizationId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"+1 555 0100", "+1-555-0100", "+1 (555) 0100", "+15550100"})
  void aNumberIsReadAsPeopleWriteIt(String written) {
    assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber("+15550100"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "15550100",
        "+155501",
        "+1234567890123456",
        "+1555010a",
        "whatsapp:+15550100",
        "++15550100",
        "+05550100",
        "+١٢٣٤٥٦٧٨"
      })
  void anythingElseIsNoNumber(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
    assertThatThrownBy(() -> new PhoneNumber(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 to 15 digits");
  }

  @Test
  void anAccountAndACallersWordsNeverShowWhenPrinted() {
    var account =
        new CarrierAccount(
            new UUID(0, 7),
            new OrganizationId(new UUID(8, 8)),
            "twilio",
            Map.of("account_sid", "AC1"),
            "hush");
    assertThat(account.toString()).contains("twilio").doesNotContain("hush");
    assertThat(new OutsideHttp.BasicAuth("AC1", "hush").toString()).doesNotContain("hush");
  }
}
