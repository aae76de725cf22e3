package dev.wayfare.publish;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.LiveNumbers.LiveNumber;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.Bell;
import dev.wayfare.http.Outage;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who answers what now: every process has the whole table in memory and swaps it whole when
/// something changed, woken by the bell, and by looking itself from time to time.
///
/// New releases are read before the swap, so that the first customer does not wait for them.
public final class LiveReleases implements AutoCloseable {
  public static final String TOPIC = "releases";

  /// Rung with the id of a release that is being proven.
  public static final String COMING = "releases.coming";

  public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);
  private static final int MOST_MANIFESTS = 2_000;

  private final PgRoutingStore store;
  private final ReleaseReader reader;
  private final Accounts accounts;
  private final Entrances entrances;
  private final Semaphore woken = new Semaphore(0);
  private final Object swap = new Object();
  private final Lock reading = new ReentrantLock();
  private final Recent<UUID, Manifest> manifests = new Recent<>(MOST_MANIFESTS);
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile RoutingTable table = RoutingTable.EMPTY;
  private volatile Map<UUID, Map<Pause.Channel, Pause>> pauses = Map.of();
  private volatile boolean closed;

  LiveReleases(PgRoutingStore store, ReleaseReader reader, Accounts accounts, Entrances entrances) {
    this.store = store;
    this.reader = reader;
    this.accounts = accounts;
    this.entrances = entrances;
  }

  /// Reads the table, and follows every change from now on.
  LiveReleases follow(Bell bell, Duration lookEvery) {
    bell.on(TOPIC, woken::release);
    bell.on(COMING, this::readAhead, () -> {});
    refresh();
    Thread.ofVirtual().name("live releases").start(() -> watch(lookEvery));
    return this;
  }

  /// Who answers texts to this number.
  public Optional<Entrance> byNumber(PhoneNumber number) {
    return Optional.ofNullable(table.numbers().get(number));
  }

  /// Who answers calls to this number.
  public Optional<Entrance> byVoiceNumber(PhoneNumber number) {
    return Optional.ofNullable(table.calls().get(number));
  }

  /// By the word of a generated starting link (`/l/{word}`).
  public Optional<Entrance> byLink(String word) {
    return Optional.ofNullable(table.links().get(word));
  }

  /// By the address of a route: `/c/{key}`, or `{host}/c/{key}` on a domain.
  public Optional<Entrance> byRoute(String address) {
    return Optional.ofNullable(table.routes().get(address));
  }

  /// By the word at the end of the address that programs call (`/a/{app}-{word}`).
  public Optional<Entrance> byPrograms(String word) {
    return Optional.ofNullable(table.programs().get(word));
  }

  /// The last release that answered a generated link which nobody answers now. Asks the database:
  /// only for visitors whom the table does not know.
  public Optional<SealedRelease> lastByLink(String word) {
    return store.lastByLink(word).flatMap(reader::release);
  }

  /// The same for the address of a route.
  public Optional<SealedRelease> lastByRoute(String address) {
    return store.lastByRoute(address).flatMap(reader::release);
  }

  /// Any release, also one that is no longer live: journeys finish on the one they began on.
  public Optional<SealedRelease> release(UUID id) {
    return reader.release(id);
  }

  /// The release that is being proven under this mark, whichever process proves it.
  public Optional<SealedRelease> marked(String mark) {
    return store.marked(Fingerprint.bytes(mark)).flatMap(reader::release);
  }

  public Optional<UUID> liveRelease(UUID deployment) {
    return Optional.ofNullable(table.live().get(deployment));
  }

  /// Why a channel of a deployment only answers with a message now.
  public Optional<Pause> paused(UUID deployment, Pause.Channel channel, Instant now) {
    return Optional.ofNullable(pauses.get(deployment))
        .map(its -> its.get(channel))
        .filter(it -> it.holds(now));
  }

  /// Everything that is live now.
  public List<LiveDeployment> deployments() {
    return table.rows().stream()
        .map(it -> new LiveDeployment(it.deployment(), it.release(), it.liveSince()))
        .toList();
  }

  /// Told after every change, once it can be seen here; must be quick.
  public void whenChanged(Runnable follower) {
    followers.add(follower);
  }

  /// The account of any number that is registered here, live or not.
  public Optional<CarrierAccount> account(PhoneNumber number) {
    return Optional.ofNullable(table.carriers().get(number));
  }

  /// Every account that a registered number belongs to.
  public List<CarrierAccount> accounts() {
    return table.carriers().values().stream().distinct().toList();
  }

  /// What is live of this organization, by title.
  public List<LiveApp> liveApps(OrganizationId organization) {
    var now = table;
    return now.rows().stream()
        .filter(row -> row.organization().equals(organization))
        .flatMap(row -> reader.release(row.release()).map(it -> liveApp(it, now, row)).stream())
        .sorted(Comparator.comparing(LiveApp::title))
        .toList();
  }

  private LiveApp liveApp(SealedRelease release, RoutingTable now, RoutingTable.Row row) {
    return new LiveApp(
        release.appName(),
        release.app().title(),
        release.profile(),
        release.version(),
        entrances(now, row));
  }

  /// Where customers come into an app under a profile; nothing where it is not live. Needs neither
  /// the database nor the app's document.
  public Optional<List<LiveEntrance>> entrances(
      OrganizationId organization, String app, String profile) {
    var now = table;
    return now.rows().stream()
        .filter(row -> row.organization().equals(organization))
        .filter(row -> row.app().equals(app) && row.profile().equals(profile))
        .findFirst()
        .map(row -> entrances(now, row));
  }

  private List<LiveEntrance> entrances(RoutingTable now, RoutingTable.Row row) {
    return entrances.of(Objects.requireNonNull(now.releases().get(row.release())), row.held());
  }

  public List<LiveNumber> numbers() {
    return table.liveNumbers();
  }

  /// Swaps the table now. The process that publishes calls this before it answers.
  public void refresh() {
    read(true);
  }

  /// @param anyway also where nothing was changed since the table was read: after a ring somebody
  ///     in this process may have read it already
  private void read(boolean anyway) {
    reading.lock();
    try {
      var rows = store.rows();
      if (!anyway && rows.change() == table.change()) {
        return;
      }
      take(rows);
    } finally {
      reading.unlock();
    }
    followers.forEach(Runnable::run);
  }

  /// Who answers is swapped after one question to the database, as customers wait for just that;
  /// what seldom changes is read after it.
  private void take(PgRoutingStore.Rows rows) {
    var before = table;
    var unknown =
        rows.rows().stream()
            .map(RoutingTable.Row::release)
            .filter(release -> !before.releases().containsKey(release))
            .toList();
    var releases = new HashMap<UUID, Manifest>(manifests(unknown));
    rows.rows()
        .forEach(
            row ->
                Optional.ofNullable(before.releases().get(row.release()))
                    .ifPresent(known -> releases.put(row.release(), known)));
    if (before.change() != RoutingTable.EMPTY.change()) {
      unknown.forEach(reader::release);
    }
    var next = RoutingTable.of(rows.change(), rows.rows(), releases, before.carriers());
    if (next.knowsItsCarriers()) {
      swapTo(next);
    }
    pauses = store.pauses();
    swapTo(next.with(accounts.carriers()));
  }

  /// Those that were read ahead are in memory; the others are read together.
  private Map<UUID, Manifest> manifests(List<UUID> unknown) {
    var found = new HashMap<UUID, Manifest>();
    unknown.forEach(
        id -> manifests.get(id, Optional::empty).ifPresent(known -> found.put(id, known)));
    found.putAll(store.manifests(unknown.stream().filter(id -> !found.containsKey(id)).toList()));
    return found;
  }

  /// One cheap look, and a swap if anything changed; after a swap that is under way.
  public void look() {
    reading.lock();
    try {
      if (store.change() == table.change()) {
        return;
      }
    } finally {
      reading.unlock();
    }
    refresh();
  }

  long change() {
    return table.change();
  }

  /// Waits until a change has arrived here; false when it does not in time.
  boolean arrives(long change, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    synchronized (swap) {
      while (table.change() < change) {
        var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        swap.wait(left);
      }
      return true;
    }
  }

  @Override
  public void close() {
    closed = true;
    woken.release();
  }

  /// The switch then finds it in memory in every process. It is read again where this fails.
  private void readAhead(String release) {
    Thread.ofVirtual()
        .name("coming release " + release)
        .start(
            () -> {
              try {
                var id = UUID.fromString(release);
                reader.release(id);
                manifests.get(id, () -> Optional.ofNullable(store.manifests(List.of(id)).get(id)));
              } catch (RuntimeException e) {
                LOG.debug("Release {} could not be read ahead.", release, e);
              }
            });
  }

  /// Two may read at the same time; the one who saw more wins.
  private void swapTo(RoutingTable next) {
    synchronized (swap) {
      if (next.change() >= table.change()) {
        table = next;
        swap.notifyAll();
      }
    }
  }

  private void watch(Duration lookEvery) {
    while (!closed) {
      try {
        var rung = woken.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        if (rung && !closed) {
          read(false);
        } else if (!closed) {
          look();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        Outage.warn(LOG, "What is live stays as it was until the next look.", e);
      }
    }
  }
}
