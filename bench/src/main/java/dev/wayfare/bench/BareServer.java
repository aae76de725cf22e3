package dev.wayfare.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Scanner;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/// A server without an engine: Tomcat, one servlet, one pool, and the product's two statements.
/// What a turn costs before anything is thought. It ends when its input does.
final class BareServer {
  private static final int POOL = 16;

  private BareServer() {}

  /// Arguments: port, path, auth token, bytes of state and of trail; then three lines of input: the
  /// database's address, user and password.
  public static void main(String[] arguments) throws LifecycleException {
    try (var input = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        var pool = pool(input.nextLine(), input.nextLine(), input.nextLine())) {
      var hook = Hook.at(Integer.parseInt(arguments[0]), arguments[1], arguments[2]);
      var sizes = RowSizes.of(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
      var tomcat = tomcat(hook, new PgBareStore(pool, sizes));
      System.out.println("ready");
      while (input.hasNextLine()) {
        input.nextLine();
      }
      tomcat.stop();
    }
  }

  private static Tomcat tomcat(Hook hook, PgBareStore store) throws LifecycleException {
    var tomcat = new Tomcat();
    tomcat.setPort(hook.port());
    var connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "bare", new BareServlet(hook, store)).addMapping(hook.path());
    tomcat.start();
    return tomcat;
  }

  private static HikariDataSource pool(String url, String user, String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(POOL);
    return new HikariDataSource(config);
  }
}
