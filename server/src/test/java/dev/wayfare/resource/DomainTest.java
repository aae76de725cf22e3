package dev.wayfare.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.Certificates;
import dev.wayfare.connector.NameRecords.Answer;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.DomainLook.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of a domain by what is found of it.
class DomainTest {
  private static final Instant BEGUN = Instant.parse("2026-03-04T05:06:07Z");
  private static final Answer PROOF = new Answer.Records(List.of("v=spf1", "wayfare=word"));
  private static final Answer OTHER = new Answer.Records(List.of("wayfare=another"));
  private static final Answer NONE = new Answer.Records(List.of());
  private static final Answer SILENT = new Answer.Silent("No name server answered in time.");

  private static final Domain NEW =
      new Domain(
          new UUID(0, 1),
          new OrganizationId(new UUID(0, 2)),
          new UUID(0, 3),
          "Help",
          new DomainName("help.example.com"),
          "word",
          DomainState.AWAITING_DNS,
          BEGUN,
          Optional.empty(),
          Optional.of(BEGUN),
          Optional.empty(),
          BEGUN);

  @Test
  void theRightTextAmongOthersProvesIt() {
    var after = NEW.after(look(Duration.ofMinutes(3), PROOF));

    assertThat(after.state()).isEqualTo(DomainState.VERIFIED);
    assertThat(after.since()).isEqualTo(BEGUN.plus(Duration.ofMinutes(3)));
    assertThat(view(after).records().getFirst().good()).isTrue();
  }

  @Test
  void whatWasExpectedAndWhatWasFoundIsTold() {
    assertThat(view(NEW).reason())
        .contains("Expected a TXT record _wayfare.help.example.com", "nobody has looked yet");
    assertThat(view(NEW.after(look(Duration.ZERO, NONE))).reason())
        .contains("with the text wayfare=word; found none.");
    assertThat(view(NEW.after(look(Duration.ZERO, OTHER))).reason())
        .contains("with the text wayfare=word; found wayfare=another.");
    assertThat(view(NEW.after(look(Duration.ZERO, SILENT))).reason())
        .contains("nothing is known: No name server answered in time.");
  }

  @Test
  void theLongerItIsAwaitedTheMoreSeldomItIsLookedAt() {
    assertThat(pause(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause(Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(5));
    assertThat(pause(Duration.ofDays(2))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatNobodyProvesIsGivenUpAndBeginsAnewWhenSomebodyAsks() {
    var given = NEW.after(look(Duration.ofDays(7), OTHER));
    assertThat(given.state()).isEqualTo(DomainState.NEVER_SEEN);
    assertThat(given.lookAt()).isEmpty();
    assertThat(view(given).state()).isEqualTo("failed");

    var anew = given.hopeful(BEGUN.plus(Duration.ofDays(9)));
    assertThat(anew.state()).isEqualTo(DomainState.AWAITING_DNS);
    assertThat(anew.after(look(Duration.ofDays(9), NONE)).state())
        .isEqualTo(DomainState.AWAITING_DNS);
    assertThat(anew.after(look(Duration.ofDays(9), PROOF)).verified()).isTrue();
  }

  @Test
  void aProvenOneOutlivesAWeekWithoutItsRecordAndNoDayMore() {
    var proven = NEW.after(look(Duration.ZERO, PROOF));

    var missed = proven.after(look(Duration.ofDays(1), NONE));
    assertThat(missed.verified()).isTrue();
    assertThat(missed.missingSince()).contains(BEGUN.plus(Duration.ofDays(1)));
    assertThat(missed.after(look(Duration.ofDays(2), PROOF)).missingSince()).isEmpty();
    assertThat(missed.after(look(Duration.ofDays(7), NONE)).verified()).isTrue();

    var lapsed = missed.after(look(Duration.ofDays(8), NONE));
    assertThat(lapsed.state()).isEqualTo(DomainState.LAPSED);
    assertThat(view(lapsed).reason()).contains("found none", "missing for 7 days");
  }

  @Test
  void silentNameServersTakeNothingFromAProvenOne() {
    var proven = NEW.after(look(Duration.ZERO, PROOF));

    var after = proven.after(look(Duration.ofDays(30), SILENT));

    assertThat(after.verified()).isTrue();
    assertThat(after.missingSince()).isEmpty();
  }

  @Test
  void aCertificateIsNearItsEndInTheLastSixthOfItsLife() {
    assertThat(certificate(Duration.ofDays(74))).isEqualTo("good");
    assertThat(certificate(Duration.ofDays(76))).isEqualTo("near_its_end");
    assertThat(certificate(Duration.ofDays(90))).isEqualTo("ended");
    assertThat(view(NEW).certificate().state()).isEqualTo("unseen");
    assertThat(seen(Duration.ofDays(74)).certificateEnds()).isFalse();
    assertThat(seen(Duration.ofDays(76)).certificateEnds()).isTrue();
    assertThat(look(Duration.ofDays(76), PROOF).certificateEnds()).as("nobody saw one").isFalse();
  }

  private static DomainLook seen(Duration age) {
    var life = new Certificates.Life(BEGUN, BEGUN.plus(Duration.ofDays(90)));
    return new DomainLook(BEGUN.plus(age), PROOF, List.of(), new Reach.Ours(), Optional.of(life));
  }

  private static String certificate(Duration age) {
    var life = new Certificates.Life(BEGUN, BEGUN.plus(Duration.ofDays(90)));
    var seen = new DomainLook(BEGUN, PROOF, List.of(), new Reach.Ours(), Optional.of(life));
    return DomainView.of(NEW.after(seen), "go.example.com", List.of(), BEGUN.plus(age))
        .certificate()
        .state();
  }

  private static Duration pause(Duration waited) {
    var after = NEW.after(look(waited, NONE));
    return Duration.between(BEGUN.plus(waited), after.lookAt().orElseThrow());
  }

  private static DomainLook look(Duration later, Answer found) {
    return new DomainLook(
        BEGUN.plus(later), found, List.of(), new Reach.Unasked(), Optional.empty());
  }

  private static DomainView view(Domain domain) {
    return DomainView.of(domain, "go.example.com", List.of(), BEGUN);
  }
}
