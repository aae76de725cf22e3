package dev.wayfare;

import dev.wayfare.cli.DatabaseOptions;
import dev.wayfare.cli.Refused;
import dev.wayfare.db.Database;
import dev.wayfare.identity.IdentityModule;
import dev.wayfare.kernel.RandomIds;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// A way in for whoever holds the machine and has lost theirs. Works on the database itself, while
/// the server runs and while it does not.
@Command(
    name = "sign-in-link",
    description = "Makes a new one-time link that signs the owner in.",
    mixinStandardHelpOptions = true)
final class OwnerLink implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private DatabaseOptions on = new DatabaseOptions();

  @Option(
      names = "--public-url",
      defaultValue = "http://localhost:8787",
      description = "The address under which people reach the server (default: ${DEFAULT-VALUE}).")
  private String publicUrl = "http://localhost:8787";

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  @Override
  public void run() {
    var clock = InstantSource.system();
    try (var database = Database.join(on.settings())) {
      if (database.look(clock).schema().isEmpty()) {
        throw new Refused(
            Refused.Why.REFUSED,
            "The database %s holds no Wayfare yet. Start the server once with `wayfare up`."
                .formatted(database.place()));
      }
      var ids = new RandomIds(clock, new SecureRandom());
      var link = IdentityModule.withoutServer(database.dataSource(), clock, ids).newOwnerLink();
      var url = publicUrl.replaceAll("/+$", "") + link.path();
      if (json) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("sign_in_url", url);
        answer.put("expires_at", link.expiresAt().toString());
        out().println(new JsonMapper().writeValueAsString(answer));
      } else {
        out().println("Sign in as the owner, once, until " + link.expiresAt() + ":\n" + url);
      }
      out().flush();
    }
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("commands run through the command line");
    }
    return spec.commandLine().getOut();
  }
}
