package dev.wayfare.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where a database is and who asks: `postgresql://user:password@host:port/name` (also `postgres:`
/// and `jdbc:postgresql:`), with the driver's own parameters behind a question mark.
///
/// @param jdbc without the user and the password
public record DatabaseUrl(String jdbc, String user, String password) {
  private static final String EXPECTED = "postgresql://user:password@host:port/database";

  public static DatabaseUrl parse(String text) {
    var plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    URI uri;
    try {
      uri = new URI(plain);
    } catch (URISyntaxException e) {
      throw invalid("characters outside a URL (write them as %XX)");
    }
    var scheme = uri.getScheme();
    if (scheme == null || !(scheme.equals("postgresql") || scheme.equals("postgres"))) {
      throw invalid("another beginning");
    }
    var path = uri.getRawPath();
    if (uri.getHost() == null || path == null || path.length() < 2) {
      throw invalid("no host or no database name");
    }
    var query = Query.of(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = login.indexOf(':');
    var user = colon < 0 ? login : login.substring(0, colon);
    var password = colon < 0 ? "" : login.substring(colon + 1);
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    return new DatabaseUrl(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + path + query.rest(),
        user.isEmpty() ? query.user() : decoded(user),
        password.isEmpty() ? query.password() : decoded(password));
  }

  static DatabaseUrl local(int port, String database, String user, String password) {
    return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  /// The same server and account, another database.
  DatabaseUrl withDatabase(String name) {
    return new DatabaseUrl(jdbc.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), user, password);
  }

  /// One connection outside every pool; whoever asks closes it.
  Connection connect() throws SQLException {
    return connect(new Properties());
  }

  Connection connect(Properties more) throws SQLException {
    var properties = new Properties();
    properties.putAll(more);
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.putIfAbsent("connectTimeout", "10");
    properties.putIfAbsent("tcpKeepAlive", "true");
    return DriverManager.getConnection(jdbc, properties);
  }

  /// What may be shown and logged.
  @Override
  public String toString() {
    return jdbc.substring("jdbc:".length()).replaceFirst("\\?.*", "") + " as " + user;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseTrouble invalid(String found) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.DATABASE_URL_INVALID,
        "The database URL should read %s; found %s.".formatted(EXPECTED, found));
  }

  /// The JDBC form may carry the login among its parameters.
  private record Query(String user, String password, String rest) {
    static Query of(String raw) {
      var user = "";
      var password = "";
      var rest = new StringBuilder();
      for (var pair : raw.split("&", -1)) {
        if (pair.startsWith("user=")) {
          user = decoded(pair.substring("user=".length()));
        } else if (pair.startsWith("password=")) {
          password = decoded(pair.substring("password=".length()));
        } else if (!pair.isEmpty()) {
          rest.append(rest.isEmpty() ? '?' : '&').append(pair);
        }
      }
      return new Query(user, password, rest.toString());
    }
  }
}
