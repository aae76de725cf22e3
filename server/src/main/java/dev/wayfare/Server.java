package dev.wayfare;

import dev.wayfare.db.OpeningDatabase;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// One running server.
public final class Server implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Server(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts with the real time, keys and database of these settings; returns when it answers.
  public static Server start(ServerSettings settings) {
    var database = new OpeningDatabase(settings.database());
    var application = application(settings, database);
    application.addInitializers(context -> database.begin());
    try {
      return new Server(application.run());
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  /// What is begun outside the parts stands among them as it is: only what is declared can be made
  /// ahead ([ServerAtBuild]).
  static SpringApplication application(ServerSettings settings, OpeningDatabase database) {
    var application = new SpringApplication(Modules.class, ServerModule.class);
    application.setMainApplicationClass(ServerAtBuild.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(true);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("settings", settings);
          context.getBeanFactory().registerSingleton("openingDatabase", database);
        });
    return application;
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    var properties = new HashMap<String, Object>();
    properties.put("server.address", settings.host());
    properties.put("server.port", settings.port());
    // What a proxy says of itself is not believed: the public URL is, and it is in the settings.
    properties.put("server.forward-headers-strategy", "none");
    properties.put("server.shutdown", "graceful");
    // A carrier's proxy keeps its connections; Tomcat would close each after a hundred requests.
    properties.put("server.tomcat.max-keep-alive-requests", -1);
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
    properties.put("server.servlet.register-default-servlet", false);
    properties.put("server.compression.enabled", true);
    properties.put(
        "server.compression.mime-types",
        "text/html,text/css,text/javascript,application/json,application/problem+json,image/svg+xml");
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("spring.main.web-application-type", "servlet");
    properties.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
    properties.put("logging.level.root", "warn");
    properties.put("logging.level.dev.wayfare", "info");
    return properties;
  }

  /// The port it listens on.
  public int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return server == null ? 0 : server.getPort();
  }

  /// A part of the running server.
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /// Waits until the server is stopped, by Ctrl-C or whoever stops the process.
  void awaitEnd() {
    var ended = new java.util.concurrent.CountDownLatch(1);
    context.addApplicationListener(
        event -> {
          if (event instanceof org.springframework.context.event.ContextClosedEvent) {
            ended.countDown();
          }
        });
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
