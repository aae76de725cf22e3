package dev.wayfare.cli.doctor;

import dev.wayfare.db.DatabaseSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at everything a server needs, from the machine to the public address, and at all of it
/// even when the first thing fails. Makes nothing and changes nothing.
///
/// @param publicUrl empty where the caller did not name one
public record Doctor(
    Path data,
    DatabaseSettings database,
    String host,
    int port,
    Optional<String> publicUrl,
    InstantSource clock) {

  public List<Finding> look() {
    var findings = new ArrayList<>(new MachineChecks(data).look());
    var databases = new DatabaseChecks(database, clock);
    findings.addAll(databases.look());
    findings.add(KeyCheck.look(data, databases.schema().isPresent()));
    findings.addAll(new ServerChecks(host, port, publicUrl, databases.mark()).look());
    return findings;
  }
}
