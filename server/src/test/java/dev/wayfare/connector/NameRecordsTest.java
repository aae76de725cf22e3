package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.NameRecords.Answer;
import dev.wayfare.testing.LocalDns;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Questions to a real name server on this machine.
class NameRecordsTest {
  private final LocalDns dns = new LocalDns();
  private final NameRecords records = new NameRecords(dns.asked());

  @AfterEach
  void close() {
    dns.close();
  }

  @Test
  void everyTextOfANameIsFoundAsItWasWritten() {
    dns.record("_wayfare.help.example.com", "TXT", "\"wayfare=abc-_9\"");
    dns.record("_wayfare.help.example.com", "TXT", "\"v=spf1 include:mail.example -all\"");

    assertThat(records.texts("_wayfare.help.example.com"))
        .isInstanceOfSatisfying(
            Answer.Records.class,
            found ->
                assertThat(found.values())
                    .containsExactlyInAnyOrder(
                        "wayfare=abc-_9", "v=spf1 include:mail.example -all"));
  }

  @Test
  void aNameThatIsNotThereHasNoTexts() {
    dns.record("help.example.com", "A", "203.0.113.7");

    assertThat(records.texts("_wayfare.help.example.com")).isEqualTo(new Answer.Records(List.of()));
    assertThat(records.texts("help.example.com")).isEqualTo(new Answer.Records(List.of()));
  }

  @Test
  void whereANameLeadsIsToldAsItsOwnerWroteIt() {
    dns.record("help.example.com", "CNAME", "go.example.com.");
    dns.record("shop.example.com", "A", "203.0.113.7");
    dns.record("shop.example.com", "AAAA", "2001:db8::7");

    assertThat(records.leadsTo("help.example.com")).containsExactly("go.example.com");
    assertThat(records.leadsTo("shop.example.com"))
        .hasSize(2)
        .contains("203.0.113.7")
        .anyMatch(it -> it.startsWith("2001:db8:"));
  }

  @Test
  void aServerInTroubleSaysNothingOfTheName() {
    dns.troubled(true);

    assertThat(records.texts("_wayfare.help.example.com")).isInstanceOf(Answer.Silent.class);
    assertThat(records.leadsTo("help.example.com")).isEmpty();
  }

  @Test
  void aServerThatIsNotThereSaysNothingOfTheName() {
    dns.close();

    assertThat(records.texts("_wayfare.help.example.com")).isInstanceOf(Answer.Silent.class);
  }
}
