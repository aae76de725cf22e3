package dev.wayfare.publish;

import dev.wayfare.app.NamedApp;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What publishing remembers. The writing methods belong into one transaction that begins with
/// [#lock].
interface ReleaseStore {

  /// Where an app stands under a profile; made at the first asking.
  Deployment deployment(NamedApp app, UUID profile);

  Optional<Deployment> findDeployment(UUID profile);

  /// What a switch depends on, as of now and until the transaction ends.
  record Standing(Optional<UUID> liveRelease, int draftRevision, int profileRevision) {}

  Standing lock(UUID deployment);

  /// The number of the version with this content, sealed now if there is none.
  int version(UUID app, String hash, String document, Instant now);

  /// The word of the starting link, made at the first asking and the same ever after.
  String startingLink(UUID deployment, String trigger);

  /// What a new release is made of.
  record Sealing(
      UUID app,
      int version,
      String manifest,
      String hash,
      String note,
      int revision,
      Instant at,
      String by) {}

  /// The id of the new release, with the deployment's next number.
  UUID add(UUID deployment, Sealing sealing);

  /// Takes exactly these resources for the deployment, notes what it uses beside others, and frees
  /// all else that it had.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException when one is live elsewhere
  void claim(UUID deployment, Map<String, Bound> bindings);

  /// Frees these addresses of the organization in other deployments, which go on without them;
  /// gives back the resources that moved.
  List<UUID> take(OrganizationId organization, UUID deployment, Collection<String> addresses);

  /// The addresses of resources that the deployment has for itself now.
  Set<String> held(UUID deployment);

  /// The switch: from here on customers get this release, or nothing.
  void pointTo(UUID deployment, Optional<UUID> release, Instant now);

  /// Who holds these addresses, whoever registered them.
  List<Holder> holders(Collection<String> addresses);

  Optional<Release> release(OrganizationId organization, UUID id);

  Optional<Release> release(UUID id);

  /// One of this app's.
  Optional<Release> releaseOf(NamedApp app, UUID id);

  /// Newest first: numbers below `before`, of one profile.
  List<Release> releases(UUID profile, int before, int most);

  Optional<String> manifest(UUID release);

  List<Version> versions(UUID app, int before, int most);

  Optional<String> document(UUID app, int version);
}
