package dev.wayfare.alert;

import dev.wayfare.http.Outage;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.publish.SealedRelease;
import dev.wayfare.runtime.FailingChannels;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Raises an alert when people on a channel get the answer of last resort.
final class FailingChannelAlerts implements FailingChannels {
  private static final Logger LOG = LoggerFactory.getLogger(FailingChannelAlerts.class);

  private final Alerts alerts;

  FailingChannelAlerts(Alerts alerts) {
    this.alerts = alerts;
  }

  /// Never fails itself: whoever waits gets their answer.
  @Override
  public void failed(SealedRelease release, String channel, RuntimeException fault) {
    try {
      alerts.raise(
          new Raised(
              new OrganizationId(release.organization()),
              AlertKind.CHANNEL_FAILING,
              release.deployment() + "\n" + channel + "\n" + fault.getClass().getName(),
              Optional.of(release.deployment()),
              "The server fails (%s) at what comes by %s to %s under %s."
                  .formatted(
                      fault.getClass().getSimpleName(),
                      channel,
                      release.appName(),
                      release.profile()),
              "/apps/" + release.appName()));
    } catch (RuntimeException notNow) {
      Outage.warn(LOG, "A failing channel could not be raised.", notNow);
    }
  }
}
