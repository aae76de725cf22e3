package dev.wayfare.channel.simulator;

import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.LiveNumbers.LiveNumber;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What the simulator's API says and hears, as JSON.
public final class SimulatorViews {

  private SimulatorViews() {}

  /// What the page shows.
  ///
  /// @param csrf the token that the page's own requests carry
  /// @param after the change after which the page listens for texts to show
  public record Screen(
      String csrf,
      List<PhoneView> phones,
      List<NumberView> numbers,
      String freeNumber,
      long after) {}

  record Items<T>(List<T> items) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record PhoneView(
      String number,
      String name,
      long delayMs,
      String refuse,
      boolean fail,
      boolean duplicate,
      boolean off,
      long changed) {

    static PhoneView of(SimulatorPhone phone) {
      var faults = phone.faults();
      return new PhoneView(
          phone.number().e164(),
          phone.name(),
          faults.delay().toMillis(),
          faults.refuse().map(SimulatorViews::word).orElse(""),
          faults.fail(),
          faults.duplicate(),
          faults.off(),
          phone.changed());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record MessageView(
      String id,
      String providerId,
      String phone,
      String other,
      String direction,
      String body,
      String state,
      String note,
      int segments,
      String alphabet,
      Instant at,
      long changed) {

    static MessageView of(SimulatorMessage message) {
      var segments = message.segments();
      return new MessageView(
          message.id().toString(),
          message.providerId(),
          message.phone().e164(),
          message.other().e164(),
          word(message.direction()),
          message.body(),
          word(message.state()),
          message.note(),
          segments.count(),
          segments.alphabet().label(),
          message.at(),
          message.changed());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ThreadView(String other, int messages, Instant lastAt) {
    static ThreadView of(SimulatorThread thread) {
      return new ThreadView(thread.other().e164(), thread.messages(), thread.lastAt());
    }
  }

  /// `texts` and `calls` say what the number answers; the title may be empty.
  @JsonNaming(SnakeCaseStrategy.class)
  public record NumberView(
      String number,
      boolean texts,
      boolean calls,
      String app,
      String appTitle,
      String profile,
      String environment) {
    static List<NumberView> of(LiveNumbers live, OrganizationId organization) {
      return live.list().stream()
          .filter(number -> number.organization().equals(organization))
          .map(NumberView::of)
          .toList();
    }

    private static NumberView of(LiveNumber live) {
      return new NumberView(
          live.number().e164(),
          live.texts(),
          live.calls(),
          live.app(),
          live.appTitle(),
          live.profile(),
          live.environment());
    }
  }

  record NewPhone(@Nullable String number, @Nullable String name) {}

  record NewText(@Nullable String to, @Nullable String body) {}

  /// What is left out stays as it is; an empty `refuse` refuses nothing.
  @JsonNaming(SnakeCaseStrategy.class)
  record PhoneChange(
      @Nullable String name,
      @Nullable Long delayMs,
      @Nullable String refuse,
      @Nullable Boolean fail,
      @Nullable Boolean duplicate,
      @Nullable Boolean off) {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
