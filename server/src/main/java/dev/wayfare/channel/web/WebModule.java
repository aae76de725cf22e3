package dev.wayfare.channel.web;

import dev.wayfare.channel.OurNames;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The front door of customers' pages. Needs a [WebDoor], a [FileDoor] and [OurNames]; whoever
/// guards the rest of the server leaves [#PATHS] alone.
@Configuration(proxyBeanMethods = false)
public class WebModule {

  /// What customers reach without any session.
  public static final List<String> PATHS = List.of("/l/*", "/c/*", "/u/*", "/customer/*");

  private static final int IN_MEMORY = 64 * 1024;

  @Bean
  Limits webLimits() {
    return Limits.USUAL;
  }

  @Bean
  LiveStreams liveStreams(WebDoor door, Limits limits) {
    return new LiveStreams(door, limits);
  }

  @Bean
  Asset customerScript() {
    return Asset.of("/static/customer/", "customer", "js", "text/javascript;charset=UTF-8");
  }

  @Bean
  Pages customerPages(Asset script, Limits limits) {
    var css = Asset.of("/static/customer/", "customer", "css", "text/css;charset=UTF-8");
    var templates =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, WebModule.class.getClassLoader(), "dev.wayfare.pages");
    return new Pages(templates, new Sheets(css, script), limits);
  }

  @Bean
  PageDrawer pageDrawer(Pages pages) {
    return new PageDrawer(pages);
  }

  /// Before everything but the edge: what is not ours is not even asked who it is.
  @Bean
  FilterRegistrationBean<HostFilter> hostFilter(OurNames names, Pages pages) {
    var registration = new FilterRegistrationBean<>(new HostFilter(names, pages));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  ServletRegistrationBean<CustomerServlet> customerServlet(
      WebDoor door, OurNames names, Pages pages, Asset script, LiveStreams streams, Limits limits) {
    var servlet = new CustomerServlet(door, names, pages, streams, limits, List.of(script));
    var registration = new ServletRegistrationBean<>(servlet, PATHS.toArray(String[]::new));
    registration.setName("customer");
    registration.setAsyncSupported(true);
    registration.setMultipartConfig(
        new MultipartConfigElement("", -1, limits.requestBytes(), IN_MEMORY));
    return registration;
  }

  @Bean
  ServletRegistrationBean<FileServlet> fileServlet(FileDoor door) {
    var registration = new ServletRegistrationBean<>(new FileServlet(door), FileServlet.PATH);
    registration.setName("files");
    return registration;
  }

  /// A form without script sends its files in one go, each field a part; the usual fifty are few
  /// for a page with lists, and a file's name may be long.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> largeForms() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setMaxPartCount(500);
              connector.setMaxPartHeaderSize(4096);
            });
  }
}
