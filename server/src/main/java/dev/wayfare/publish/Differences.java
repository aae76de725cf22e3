package dev.wayfare.publish;

import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.change.Changes;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What differs between any two of the draft, versions and releases, in the customer's terms:
/// documents by [Changes], and between releases their settings, too. A secret is only "changed".
final class Differences {
  private final Drafts drafts;
  private final ReleaseStore store;
  private final Documents documents;

  Differences(Drafts drafts, ReleaseStore store, Documents documents) {
    this.drafts = drafts;
    this.store = store;
    this.documents = documents;
  }

  /// A difference of settings: `sort` is `value`, `secret`, `binding`, `setting` or `alerts`.
  record SettingChange(String sort, String name, String before, String after) {}

  /// One side: its document, and its settings where it is a release.
  private record Side(Tree.Branch document, Optional<Manifest> settings) {}

  /// @param changes of the document
  /// @param settings between two releases; empty where a side has none
  record Between(Changes changes, List<SettingChange> settings) {
    static final Between NONE = new Between(new Changes(List.of()), List.of());

    String counted() {
      return Changes.counted(changes.size() + settings.size());
    }
  }

  /// `draft`, `v12`, or a release's id.
  Between between(NamedApp app, String from, String to) {
    var before = side(app, from);
    var after = side(app, to);
    return new Between(
        Changes.between(documents.shape(), before.document(), after.document()),
        before.settings().isPresent() && after.settings().isPresent()
            ? settings(before.settings().get(), after.settings().get())
            : List.of());
  }

  /// How the draft differs from what is live.
  Changes sincePublished(NamedApp app, Manifest live) {
    var draft = drafts.current(app.id());
    return draft.hash().equals(live.versionHash())
        ? new Changes(List.of())
        : Changes.between(
            documents.shape(),
            tree(store.document(app.id(), live.version()).orElseThrow()),
            tree(draft.document()));
  }

  /// How what a publish of the draft would seal differs from what is live.
  Between toCome(NamedApp app, Manifest live, Manifest next) {
    return new Between(sincePublished(app, live), settings(live, next));
  }

  private Side side(NamedApp app, String named) {
    if (named.equals("draft")) {
      return new Side(tree(drafts.current(app.id()).document()), Optional.empty());
    }
    if (named.matches("v[0-9]{1,9}")) {
      return new Side(
          store
              .document(app.id(), Integer.parseInt(named.substring(1)))
              .map(this::tree)
              .orElseThrow(() -> ProblemException.notFound("version", named)),
          Optional.empty());
    }
    var release =
        id(named)
            .flatMap(it -> store.releaseOf(app, it))
            .orElseThrow(() -> ProblemException.notFound("release", named));
    return new Side(
        tree(store.document(app.id(), release.version()).orElseThrow()),
        store.manifest(release.id()).map(ManifestJson::read));
  }

  private static Optional<UUID> id(String named) {
    try {
      return Optional.of(UUID.fromString(named));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Tree.Branch tree(String document) {
    return documents
        .tree(document)
        .orElseThrow(() -> new IllegalStateException("a kept document cannot be read any more"));
  }

  private static List<SettingChange> settings(Manifest before, Manifest after) {
    var changes = new ArrayList<SettingChange>();
    both(before.values().keySet(), after.values().keySet())
        .forEach(
            name ->
                add(changes, "value", name, before.values().get(name), after.values().get(name)));
    both(before.secrets().keySet(), after.secrets().keySet())
        .forEach(
            name -> {
              var was = Optional.ofNullable(before.secrets().get(name));
              var is = Optional.ofNullable(after.secrets().get(name));
              if (!was.equals(is)) {
                changes.add(
                    new SettingChange(
                        "secret",
                        name,
                        was.isPresent() ? "set" : "",
                        is.isPresent() ? "changed" : ""));
              }
            });
    both(before.bindings().keySet(), after.bindings().keySet())
        .forEach(
            slot ->
                add(
                    changes,
                    "binding",
                    slot,
                    Optional.ofNullable(before.bindings().get(slot)).map(Bound::address).orElse(""),
                    Optional.ofNullable(after.bindings().get(slot))
                        .map(Bound::address)
                        .orElse("")));
    var was = before.settings();
    var is = after.settings();
    add(changes, "setting", "locale", was.locale(), is.locale());
    add(changes, "setting", "time_zone", was.timeZone(), is.timeZone());
    add(changes, "setting", "journey_days", was.journeyDays(), is.journeyDays());
    add(changes, "setting", "link_length", was.linkLength(), is.linkLength());
    add(changes, "setting", "retention_days", was.retentionDays(), is.retentionDays());
    var page = was.expiredPage();
    add(changes, "setting", "expired_page.title", page.title(), is.expiredPage().title());
    add(changes, "setting", "expired_page.text", page.text(), is.expiredPage().text());
    if (!before.alerts().equals(after.alerts())) {
      changes.add(new SettingChange("alerts", "alerts", "set", "changed"));
    }
    return List.copyOf(changes);
  }

  private static Set<String> both(Set<String> before, Set<String> after) {
    var names = new TreeSet<>(before);
    names.addAll(after);
    return names;
  }

  private static void add(
      List<SettingChange> changes,
      String sort,
      String name,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(
          new SettingChange(sort, name, Objects.toString(before, ""), Objects.toString(after, "")));
    }
  }
}
