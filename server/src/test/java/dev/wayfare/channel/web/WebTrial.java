package dev.wayfare.channel.web;

import dev.wayfare.channel.OurNames;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizerBeanPostProcessor;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/// Customers' pages alone, on a port of this machine that nobody else reaches. Run `main` to look
/// at every sample page in a browser.
final class WebTrial implements AutoCloseable {

  final SampleDoor door = new SampleDoor();
  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  WebTrial() {
    this(Limits.USUAL);
  }

  WebTrial(Limits limits) {
    context.registerBean(WebDoor.class, () -> door);
    context.registerBean(OurNames.class, () -> WebTrial::name);
    context.registerBean(FileDoor.class, () -> _ -> Optional.empty());
    context.registerBean(TomcatServletWebServerFactory.class, WebTrial::tomcat);
    context.registerBean(WebServerFactoryCustomizerBeanPostProcessor.class);
    context.registerBean("limits", Limits.class, () -> limits, it -> it.setPrimary(true));
    context.register(WebModule.class);
    context.refresh();
  }

  private static OurNames.Name name(String host) {
    return switch (host) {
      case "127.0.0.1" -> new OurNames.Name.Home();
      case "help.example.com" -> new OurNames.Name.Domain(host);
      default -> new OurNames.Name.Strange();
    };
  }

  String address(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    var server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("the server has not started");
    }
    return server.getPort();
  }

  int listeners() {
    return context.getBean(LiveStreams.class).size();
  }

  @Override
  public void close() {
    context.close();
  }

  private static TomcatServletWebServerFactory tomcat() {
    var factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    return factory;
  }

  @SuppressWarnings("SystemOut")
  static void main() throws InterruptedException {
    try (var trial = new WebTrial()) {
      trial.door.journeys.keySet().forEach(name -> System.out.println(trial.address("/u/" + name)));
      Thread.currentThread().join();
    }
  }
}
